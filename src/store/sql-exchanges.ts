import type { Kysely, Selectable } from 'kysely'
import type { Conversations, ExchangeRecord } from '../core/store.ts'
import { readExchange, readPastExchange } from './rows.ts'
import type { Scope } from './session.ts'
import { loadPassages, storePassages, type PassageCache } from './sql-passages.ts'
import type { ExchangeTable, Tables } from './tables.ts'

async function insertExchange(db: Kysely<Tables>, record: ExchangeRecord): Promise<boolean> {
  const { conversation, message } = record
  const found = await storePassages(db, record.passages)
  const { numInsertedOrUpdatedRows: inserted } = await db
    .insertInto('exchanges')
    .values({
      conversation,
      message,
      at: record.at.getTime(),
      settled_at: record.settledAt.getTime(),
      text: record.text,
      query: record.query,
      region: JSON.stringify(record.region),
      kind: record.outcome.kind,
      outcome: JSON.stringify(record.outcome),
      found: JSON.stringify(found),
      writer: JSON.stringify(record.writer),
      knowledge_version: record.knowledgeVersion,
      trace: JSON.stringify(record.trace),
      reply: JSON.stringify(record.reply),
    })
    .onConflict((conflict) => conflict.columns(['conversation', 'message']).doNothing())
    .executeTakeFirstOrThrow()
  if (inserted === 0n) return false
  await db
    .updateTable('messages')
    .set({ settled_at: record.settledAt.getTime() })
    .where('conversation', '=', conversation)
    .where('id', '=', message)
    .execute()
  return true
}

async function withPassages(
  db: Kysely<Tables>,
  cache: PassageCache,
  rows: readonly Selectable<ExchangeTable>[],
): Promise<readonly ExchangeRecord[]> {
  const stored = rows.map(readExchange)
  const passagesOf = await loadPassages(
    db,
    cache,
    stored.flatMap(({ found }) => found),
  )
  return stored.map(({ found, ...exchange }) => ({ ...exchange, passages: passagesOf(found) }))
}

/** How messages ended. */
export const sqlExchanges = (
  scope: Scope,
  cache: PassageCache,
): Pick<Conversations, 'settle' | 'exchanges' | 'exchange' | 'history'> => ({
  settle: (record) => scope.atomically((db) => insertExchange(db, record)),
  exchanges: (conversation, limit) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute()
      return withPassages(db, cache, rows.reverse())
    }),
  exchange: (conversation, message) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('exchanges')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('message', '=', message)
        .execute()
      const [record] = await withPassages(db, cache, rows)
      return record ?? null
    }),
  history: (conversation, limit) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('exchanges')
        .select(['message', 'at', 'text', 'query', 'region', 'outcome'])
        .where('conversation', '=', conversation)
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute()
      return rows.reverse().map(readPastExchange)
    }),
})
