import type { Kysely } from 'kysely'
import type { WebhookDelivery, Webhooks } from '../core/webhooks.ts'
import { readDelivery } from './interface-rows.ts'
import type { Scope } from './session.ts'
import type { Tables } from './tables.ts'

const waiting = (db: Kysely<Tables>) =>
  db.selectFrom('webhook_deliveries').selectAll().where('delivered_at', 'is', null).where('given_up_at', 'is', null)

/** Moving its next attempt on is what takes a delivery: of several processes only one finds it where it was. */
async function takeDue(
  db: Kysely<Tables>,
  ...[now, until, { limit, except = [] }]: Parameters<Webhooks['take']>
): Promise<readonly WebhookDelivery[]> {
  const wanted = except.length === 0 ? waiting(db) : waiting(db).where('endpoint', 'not in', except)
  const rows = await wanted
    .where('next_attempt_at', '<=', now.getTime())
    .orderBy('next_attempt_at')
    .orderBy('sequence')
    .limit(limit)
    .execute()
  const taken: WebhookDelivery[] = []
  for (const row of rows) {
    const { numUpdatedRows } = await db
      .updateTable('webhook_deliveries')
      .set({ next_attempt_at: until.getTime() })
      .where('sequence', '=', row.sequence)
      .where('next_attempt_at', '=', row.next_attempt_at)
      .where('delivered_at', 'is', null)
      .where('given_up_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 1n) taken.push(readDelivery({ ...row, next_attempt_at: until.getTime() }))
  }
  return taken
}

const noteFailure = (
  db: Kysely<Tables>,
  sequence: number,
  { error, at, tryAgainAt }: Parameters<Webhooks['failed']>[1],
) =>
  db
    .updateTable('webhook_deliveries')
    .set((expression) => ({
      error,
      attempts: expression('attempts', '+', 1),
      ...(tryAgainAt === null ? { given_up_at: at.getTime() } : { next_attempt_at: tryAgainAt.getTime() }),
    }))
    .where('sequence', '=', sequence)
    .where('delivered_at', 'is', null)
    .execute()

async function list(
  db: Kysely<Tables>,
  { endpoint, state, limit }: Parameters<Webhooks['deliveries']>[0],
): Promise<readonly WebhookDelivery[]> {
  const found = state === 'waiting' ? waiting(db) : db.selectFrom('webhook_deliveries').selectAll()
  const ofState =
    state === 'delivered'
      ? found.where('delivered_at', 'is not', null)
      : state === 'given-up'
        ? found.where('given_up_at', 'is not', null).where('delivered_at', 'is', null)
        : found
  const ofEndpoint = endpoint === undefined ? ofState : ofState.where('endpoint', '=', endpoint)
  const rows = await ofEndpoint.orderBy('sequence', 'desc').limit(limit).execute()
  return rows.map(readDelivery)
}

/** Deliveries of messages to endpoints. */
export const sqlDeliveries = (
  scope: Scope,
): Pick<Webhooks, 'take' | 'delivered' | 'failed' | 'deliveries' | 'resend' | 'forget'> => ({
  take: (...which) => scope.run((db) => takeDue(db, ...which)),
  delivered: (sequence, at) =>
    scope.run(async (db) => {
      await db
        .updateTable('webhook_deliveries')
        .set((expression) => ({
          delivered_at: at.getTime(),
          given_up_at: null,
          error: null,
          attempts: expression('attempts', '+', 1),
        }))
        .where('sequence', '=', sequence)
        .where('delivered_at', 'is', null)
        .execute()
    }),
  failed: (sequence, failure) =>
    scope.run(async (db) => {
      await noteFailure(db, sequence, failure)
    }),
  deliveries: (query) => scope.run((db) => list(db, query)),
  resend: (endpoint, at) =>
    scope.run(async (db) => {
      const { numUpdatedRows } = await db
        .updateTable('webhook_deliveries')
        .set({ given_up_at: null, next_attempt_at: at.getTime(), queued_at: at.getTime(), attempts: 0 })
        .where('endpoint', '=', endpoint)
        .where('given_up_at', 'is not', null)
        .where('delivered_at', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(numUpdatedRows)
    }),
  forget: (before) =>
    scope.run(async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('webhook_deliveries')
        .where('queued_at', '<', before.getTime())
        .where((row) => row.or([row('delivered_at', 'is not', null), row('given_up_at', 'is not', null)]))
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    }),
})
