import type { ColumnBuilderCallback, ColumnDataType, Kysely, RawBuilder, Transaction } from 'kysely'
import type { StoreFault } from '../core/store-unavailable.ts'
import type { Tables } from './tables.ts'

/** What keeps an engine from answering, in words. */
export interface Fault {
  reason: StoreFault
  message: string
  /** Nothing of the work was done, so that doing it again is safe and may help soon. */
  mayTryAgain: boolean
}

/** Anything that queries can be run on. */
export type Executor = Pick<Kysely<unknown>, 'getExecutor'>

/** The index of the words of tickets, in the engine's own form. */
export interface WordIndex {
  /** Creates the empty table `ticket_words`. */
  create(db: Executor): Promise<void>
  /** Enters the searchable text of a ticket. */
  add(db: Executor, entry: { ticket: string; filedAt: number; serial: number; words: string }): Promise<void>
  /** Holds for rows of `ticket_words` that have all the grams, one at least. */
  have(grams: readonly number[]): RawBuilder<boolean>
  /** Holds for rows of `ticket_words` in which the word stands. */
  hold(word: string): RawBuilder<boolean>
  /** Reads rows of `ticket_words` in the order of the newest tickets, one by one; null where the planner sees to that by itself. */
  newestFirst: { order: RawBuilder<unknown>; behind(filedAt: number, serial: number): RawBuilder<boolean> } | null
}

/** What differs between databases. Everything else is one code. */
export interface Engine {
  db: Kysely<Tables>
  words: WordIndex
  /** The collation that compares texts byte by byte, so that what begins alike stands together. */
  bytewise: string
  /** Makes the database itself refuse to change or delete rows of a table. */
  appendOnly(db: Executor, table: string): Promise<void>
  /** Type of a column of bytes. */
  bytes: 'blob' | 'bytea'
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
