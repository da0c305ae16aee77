import type { Kysely } from 'kysely'
import type { WebhookDelivery, WebhookEndpoint, WebhookMessage, Webhooks } from '../core/webhooks.ts'
import { readDelivery, readEndpoint } from './interface-rows.ts'
import type { Scope } from './session.ts'
import { sqlDeliveries } from './sql-deliveries.ts'
import type { Tables } from './tables.ts'

async function addEndpoint(db: Kysely<Tables>, endpoint: WebhookEndpoint): Promise<void> {
  const { id, department, url, secret, events, createdAt, removedAt } = endpoint
  const moments = { created_at: createdAt.getTime(), removed_at: removedAt?.getTime() ?? null }
  await db
    .insertInto('webhooks')
    .values({ id, department, url, secret, events: JSON.stringify(events), ...moments })
    .execute()
}

async function removeEndpoint(db: Kysely<Tables>, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhooks')
    .set({ removed_at: at.getTime() })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('webhook_deliveries')
    .set({ given_up_at: at.getTime() })
    .where('endpoint', '=', id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
  return numUpdatedRows > 0n
}

async function insertDelivery(db: Kysely<Tables>, endpoint: string, message: WebhookMessage): Promise<WebhookDelivery> {
  const { id, type, at, data } = message
  const moment = at.getTime()
  const row = await db
    .insertInto('webhook_deliveries')
    .values({ endpoint, id, type, at: moment, data, queued_at: moment, next_attempt_at: moment })
    .returningAll()
    .executeTakeFirstOrThrow()
  return readDelivery(row)
}

async function queueForDepartment(db: Kysely<Tables>, department: string, message: WebhookMessage): Promise<number> {
  const rows = await db
    .selectFrom('webhooks')
    .selectAll()
    .where('department', '=', department)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  const { type } = message
  const wanting = rows.map(readEndpoint).filter(({ events }) => events.length === 0 || events.some((e) => e === type))
  for (const { id } of wanting) await insertDelivery(db, id, message)
  return wanting.length
}

/** Where departments' systems want to be told, and what is on its way to them. */
export const sqlWebhooks = (scope: Scope): Webhooks => ({
  add: (endpoint) => scope.run((db) => addEndpoint(db, endpoint)),
  endpoints: () =>
    scope.run(async (db) => {
      const rows = await db.selectFrom('webhooks').selectAll().orderBy('created_at', 'desc').orderBy('id').execute()
      return rows.map(readEndpoint)
    }),
  endpoint: (id) =>
    scope.run(async (db) => {
      const row = await db.selectFrom('webhooks').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : readEndpoint(row)
    }),
  remove: (id, at) => scope.atomically((db) => removeEndpoint(db, id, at)),
  queue: (department, message) => scope.atomically((db) => queueForDepartment(db, department, message)),
  queueFor: (endpoint, message) => scope.run((db) => insertDelivery(db, endpoint, message)),
  ...sqlDeliveries(scope),
})
