import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import { StoreUnavailable } from '../core/store-unavailable.ts'
import type { Engine } from './engine.ts'
import { named, patiently } from './patiently.ts'
import type { Tables } from './tables.ts'

/** Where a part of the store runs its queries: on the database itself or inside one transaction. */
export interface Scope {
  run<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
  /** Does all of the queries or none; joins the transaction that is open. */
  atomically<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T>
}

export interface Session extends Scope {
  /** Does all of the work or none; `work` is called at most once and may use only the scope it gets. */
  transaction<T>(work: (scope: Scope) => Promise<T>): Promise<T>
  /** Waits for what is under way, then lets go of the database. */
  close(): Promise<void>
}

interface SessionOptions {
  engine: Engine
  /** How long to wait for a database that is locked or just starting, milliseconds. */
  patience: number
}

/** Guards the way to the database: waits for it within reason, names its failures, and refuses what would wait for itself. */
export function openSession({ engine, patience }: SessionOptions): Session {
  const { db } = engine
  const underWay = new Set<Promise<unknown>>()
  const inside = new AsyncLocalStorage<Mark>()
  let closing: Promise<void> | null = null

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (inside.getStore()?.open === true)
      throw new Error('Inside a transaction only the store that it hands in may be used.')
    if (closing !== null) throw new StoreUnavailable('closed', 'The store has been closed.')
    const working = work()
    underWay.add(working)
    return working.finally(() => underWay.delete(working))
  }
  const repeatable = <T>(work: () => Promise<T>) => guarded(() => patiently(engine, patience, work))

  async function close(): Promise<void> {
    await Promise.allSettled(underWay)
    await db.destroy()
  }

  return {
    run: (work) => repeatable(() => work(db)),
    atomically: (work) => repeatable(() => db.transaction().execute(work)),
    transaction: (work) => guarded(() => transact({ engine, patience }, inside, work)),
    close: () => (closing ??= close()),
  }
}

/** Carries an error of the caller's own out of a transaction, past all that judges errors of the database. */
class WorkFailed extends Error {
  override name = 'WorkFailed'
}

/** Waits for the transaction to begin, then does the caller's work once: only the caller knows whether it may be repeated. */
async function transact<T>(
  { engine, patience }: SessionOptions,
  inside: AsyncLocalStorage<Mark>,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const mark: Mark = { open: true, begun: false, failure: null }
  const begin = async (transaction: Kysely<Tables>) => {
    mark.begun = true
    try {
      const result = await inside.run(mark, async () => work(scopeOf(engine, transaction, mark)))
      if (mark.failure !== null) throw mark.failure.error
      return result
    } catch (error) {
      throw new WorkFailed('', { cause: error })
    } finally {
      mark.open = false
    }
  }
  try {
    return await patiently(engine, patience, () => {
      if (mark.begun) throw new StoreUnavailable('busy', 'The transaction could not be completed.')
      return engine.db.transaction().execute(begin)
    })
  } catch (error) {
    throw error instanceof WorkFailed ? error.cause : error
  }
}

/** What is known of one transaction: whether its work still runs, and what a query failed with. */
interface Mark {
  open: boolean
  begun: boolean
  failure: { error: unknown } | null
}

/**
 * A failed query dooms its transaction, even where the caller catches the error: PostgreSQL would turn the commit into a rollback without
 * a word, and SQLite may have undone all before it and would keep each later query by itself.
 */
function scopeOf(engine: Engine, transaction: Kysely<Tables>, mark: Mark): Scope {
  const run: Scope['run'] = async (work) => {
    if (!mark.open) throw new Error('This transaction has ended: await everything inside it.')
    if (mark.failure !== null) throw mark.failure.error
    try {
      return await work(transaction)
    } catch (error) {
      mark.failure = { error: named(engine, error) }
      throw mark.failure.error
    }
  }
  return { run, atomically: run }
}
