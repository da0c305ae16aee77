import { sql } from 'kysely'
import type { WordIndex } from './engine.ts'
import { gramsOf } from './word-grams.ts'

const token = (gram: number) => (gram >>> 0).toString(36)

/** Grows with the order in which lists have tickets. SQLite's integers have room for it, those of JavaScript do not. */
const rowid = (filedAt: number, serial: number) =>
  sql`cast(${filedAt} as integer) * 1000000 + cast(${serial} as integer)`

/**
 * SQLite's full-text index. It keeps no positions: whoever asks compares the words themselves. Matches come in the order of their row ids,
 * so a page of the newest is read without finding all the others: SQLite's planner would find them all, whatever the word.
 */
export const fullTextWords: WordIndex = {
  async create(db) {
    await sql`create virtual table ticket_words using fts5(ticket unindexed, words unindexed, grams, tokenize = 'ascii', detail = 'none',
      content = '', contentless_unindexed = 1)`.execute(db)
  },
  async add(db, { ticket, filedAt, serial, words }) {
    const grams = gramsOf(words).map(token).join(' ')
    await sql`insert into ticket_words (rowid, ticket, words, grams)
      values (${rowid(filedAt, serial)}, ${ticket}, ${words}, ${grams})`.execute(db)
  },
  have: (grams) => sql`ticket_words match ${grams.map((gram) => `"${token(gram)}"`).join(' AND ')}`,
  hold: (word) => sql`instr(ticket_words.words, ${word}) > 0`,
  newestFirst: {
    order: sql`ticket_words.rowid desc`,
    behind: (filedAt, serial) => sql`ticket_words.rowid < ${rowid(filedAt, serial)}`,
  },
}

/**
 * PostgreSQL's inverted index over arrays. It needs no extension and no locale that knows Chinese. How frequent the grams are decides
 * whether a search goes by them or by the newest, and the usual hundred values would not tell.
 */
export const invertedWords: WordIndex = {
  async create(db) {
    await sql`create table ticket_words (ticket text primary key references tickets (number), words text not null, grams int4[] not null)`.execute(
      db,
    )
    await sql`create index ticket_words_grams on ticket_words using gin (grams)`.execute(db)
    await sql`alter table ticket_words alter column grams set statistics 500`.execute(db)
  },
  async add(db, { ticket, words }) {
    await sql`insert into ticket_words (ticket, words, grams) values (${ticket}, ${words}, ${array(gramsOf(words))}::int4[])`.execute(
      db,
    )
  },
  have: (grams) => sql`ticket_words.grams @> ${array(grams)}::int4[]`,
  // Not `like`: the planner takes that for rare, whatever the word.
  hold: (word) => sql`strpos(ticket_words.words, ${word}) > 0`,
  newestFirst: null,
}

const array = (grams: readonly number[]) => `{${grams.join(',')}}`
