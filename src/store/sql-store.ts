import type { Store } from '../core/store.ts'
import type { Engine } from './engine.ts'
import { openSession, type Scope } from './session.ts'
import { sqlAnswers } from './sql-answers.ts'
import { sqlCases } from './sql-cases.ts'
import { sqlConversations } from './sql-conversations.ts'
import { sqlDesk } from './sql-desk.ts'
import { sqlFeedback } from './sql-feedback.ts'
import { sqlFiles } from './sql-files.ts'
import { sqlKeys } from './sql-keys.ts'
import { sqlOutbox } from './sql-outbox.ts'
import type { PassageCache } from './sql-passages.ts'
import { createDayOf, sqlTickets } from './sql-tickets.ts'
import { sqlWebhooks } from './sql-webhooks.ts'

export interface SqlStoreOptions {
  engine: Engine
  /** Whose midnight ends the days that ticket numbers count. */
  timeZone: string
  /** How long to wait for a database that is locked or just starting, milliseconds. */
  patience: number
}

/** The store over any engine whose tables have been migrated. */
export function createSqlStore({ engine, timeZone, patience }: SqlStoreOptions): Store {
  const session = openSession({ engine, patience })
  const cache: PassageCache = new Map()
  const dayOf = createDayOf(timeZone)
  const parts = (scope: Scope): Omit<Store, keyof typeof insideTransaction> => ({
    conversations: sqlConversations(scope, cache),
    tickets: sqlTickets(scope, engine, dayOf),
    cases: sqlCases(scope, engine),
    files: sqlFiles(scope),
    outbox: sqlOutbox(scope),
    feedback: sqlFeedback(scope),
    keys: sqlKeys(scope),
    answers: sqlAnswers(scope),
    webhooks: sqlWebhooks(scope),
    desk: sqlDesk(scope),
  })
  return {
    ...parts(session),
    transaction: (work) => session.transaction((scope) => work({ ...parts(scope), ...insideTransaction })),
    close: session.close,
  }
}

const insideTransaction: Pick<Store, 'transaction' | 'close'> = {
  transaction: () => Promise.reject(new Error('A transaction is open already: use the store that it hands in.')),
  close: () => Promise.reject(new Error('The store cannot be closed inside a transaction.')),
}
