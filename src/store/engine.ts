import type { ColumnBuilderCallback, ColumnDataType, Kysely, Transaction } from 'kysely'
import type { StoreFault } from '../core/store-unavailable.ts'
import type { Tables } from './tables.ts'

/** What keeps an engine from answering, in words. */
export interface Fault {
  reason: StoreFault
  message: string
  /** Nothing of the work was done, so that doing it again is safe and may help soon. */
  mayTryAgain: boolean
}

/** What differs between databases. Everything else is one code. */
export interface Engine {
  db: Kysely<Tables>
  /** Column that numbers rows upward as they come in, and is the primary key. */
  sequence: { type: ColumnDataType; build: ColumnBuilderCallback }
  /** Says what an error means when it comes from the database's surroundings; null for any other error. */
  explain(error: unknown): Fault | null
  hasTable(name: string): Promise<boolean>
  /** Runs a change of the schema in a transaction, in one process at a time; tables may be rebuilt without touching rows that refer to them. */
  inMigration(work: (transaction: Transaction<Tables>) => Promise<void>): Promise<void>
  /** The database's own file and how to copy it while open; null where the operator's own backups cover it. */
  file: { path: string; copyTo(path: string): Promise<void> } | null
  /** From now on a query that takes longer than this fails. Migrations come before it: they may take long. */
  limitQueries(milliseconds: number): void
}
