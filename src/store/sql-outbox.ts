import type { Kysely } from 'kysely'
import type { Outbox, OutboxEntry } from '../core/store.ts'
import { readOutboxEntry } from './rows.ts'
import type { Scope } from './session.ts'
import type { Tables } from './tables.ts'

/**
 * Writing the conversation's row first makes the replies of one conversation wait for each other's commit. So none with a smaller
 * sequence can appear behind one that a reader has already seen.
 */
async function queueReply(
  db: Kysely<Tables>,
  { conversation, address, reply, queuedAt }: Parameters<Outbox['queue']>[0],
): Promise<OutboxEntry> {
  const { numUpdatedRows } = await db
    .updateTable('conversations')
    .set({ replied_at: queuedAt.getTime() })
    .where('id', '=', conversation)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Error('There is no such conversation to reply in.')
  const row = await db
    .insertInto('outbox')
    .values({
      conversation,
      address: JSON.stringify(address),
      reply: JSON.stringify(reply),
      queued_at: queuedAt.getTime(),
      next_attempt_at: queuedAt.getTime(),
      attempts: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return readOutboxEntry(row)
}

/** Replies on their way. */
export const sqlOutbox = (scope: Scope): Outbox => ({
  queue: (entry) => scope.atomically((db) => queueReply(db, entry)),
  due: (now, limit) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('delivered_at', 'is', null)
        .where('next_attempt_at', '<=', now.getTime())
        .orderBy('sequence')
        .limit(limit)
        .execute()
      return rows.map(readOutboxEntry)
    }),
  delivered: (sequence, at) =>
    scope.run(async (db) => {
      await db
        .updateTable('outbox')
        .set((expression) => ({ delivered_at: at.getTime(), attempts: expression('attempts', '+', 1) }))
        .where('sequence', '=', sequence)
        .where('delivered_at', 'is', null)
        .execute()
    }),
  failed: (sequence, error, tryAgainAt) =>
    scope.run(async (db) => {
      await db
        .updateTable('outbox')
        .set((expression) => ({
          last_error: error,
          next_attempt_at: tryAgainAt.getTime(),
          attempts: expression('attempts', '+', 1),
        }))
        .where('sequence', '=', sequence)
        .where('delivered_at', 'is', null)
        .execute()
    }),
  since: (conversation, sequence) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('conversation', '=', conversation)
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .execute()
      return rows.map(readOutboxEntry)
    }),
})
