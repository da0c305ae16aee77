import type { Selectable } from 'kysely'
import { z } from 'zod'
import { keyScopes, type ApiKey } from '../core/api-key.ts'
import { departmentEventTypes, type WebhookDelivery, type WebhookEndpoint } from '../core/webhooks.ts'
import { json, moment, reader } from './rows.ts'
import type { ApiKeyTable, WebhookDeliveryTable, WebhookTable } from './tables.ts'

/** A scope or event that a later version knows is left out, so that a row of it can still be read. */
const known = <const T extends readonly string[]>(names: T) =>
  json(z.array(z.string())).transform((found) => names.filter((name): name is T[number] => found.includes(name)))

const keyRow = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: known(keyScopes),
    department: z.string().nullable(),
    created_at: moment,
    revoked_at: moment.nullable(),
    last_used_at: moment.nullable(),
  })
  .transform(({ created_at: createdAt, revoked_at: revokedAt, last_used_at: lastUsedAt, ...rest }): ApiKey => ({
    ...rest,
    createdAt,
    revokedAt,
    lastUsedAt,
  }))

export const readKey = reader<Omit<Selectable<ApiKeyTable>, 'digest'>, ApiKey>('api_keys', keyRow)

const endpointRow = z
  .object({
    id: z.string(),
    department: z.string(),
    url: z.string(),
    secret: z.string(),
    events: known(departmentEventTypes),
    created_at: moment,
    removed_at: moment.nullable(),
  })
  .transform(({ created_at: createdAt, removed_at: removedAt, ...rest }): WebhookEndpoint => ({
    ...rest,
    createdAt,
    removedAt,
  }))

export const readEndpoint = reader<Selectable<WebhookTable>, WebhookEndpoint>('webhooks', endpointRow)

const deliveryRow = z
  .object({
    sequence: z.number(),
    endpoint: z.string(),
    id: z.string(),
    type: z.enum([...departmentEventTypes, 'test']),
    at: moment,
    data: z.string(),
    queued_at: moment,
    next_attempt_at: moment,
    attempts: z.number(),
    delivered_at: moment.nullable(),
    given_up_at: moment.nullable(),
    error: z.string().nullable(),
  })
  .transform(
    ({
      queued_at: queuedAt,
      next_attempt_at: nextAttemptAt,
      delivered_at: deliveredAt,
      given_up_at: givenUpAt,
      ...rest
    }): WebhookDelivery => ({ ...rest, queuedAt, nextAttemptAt, deliveredAt, givenUpAt }),
  )

export const readDelivery = reader<Selectable<WebhookDeliveryTable>, WebhookDelivery>('webhook_deliveries', deliveryRow)
