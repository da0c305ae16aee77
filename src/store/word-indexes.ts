import { sql } from 'kysely'
import type { WordIndex } from './engine.ts'

const token = (gram: number) => (gram >>> 0).toString(36)

/** SQLite's full-text index. It keeps no positions: whoever asks compares the words themselves. */
export const fullTextWords: WordIndex = {
  async create(db) {
    await sql`create virtual table ticket_words using fts5(ticket unindexed, words unindexed, grams, tokenize = 'ascii', detail = 'none',
      content = '', contentless_unindexed = 1)`.execute(db)
  },
  write: (grams) => grams.map(token).join(' '),
  have: (grams) => sql`ticket_words match ${grams.map((gram) => `"${token(gram)}"`).join(' AND ')}`,
  hold: (word) => sql`instr(ticket_words.words, ${word}) > 0`,
}

const array = (grams: readonly number[]) => `{${grams.join(',')}}`

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
  write: array,
  have: (grams) => sql`ticket_words.grams @> ${array(grams)}::int4[]`,
  // Not `like`: the planner takes that for rare, whatever the word.
  hold: (word) => sql`strpos(ticket_words.words, ${word}) > 0`,
}
