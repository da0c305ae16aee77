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
}

const array = (grams: readonly number[]) => `{${grams.join(',')}}`

/** PostgreSQL's inverted index over arrays. It needs no extension and no locale that knows Chinese. */
export const invertedWords: WordIndex = {
  async create(db) {
    await sql`create table ticket_words (ticket text primary key references tickets (number), words text not null, grams int4[] not null)`.execute(
      db,
    )
    await sql`create index ticket_words_grams on ticket_words using gin (grams)`.execute(db)
  },
  write: array,
  have: (grams) => sql`ticket_words.grams @> ${array(grams)}::int4[]`,
}
