import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Store } from '../core/store.ts'
import type { DepartmentEventType, WebhookEndpoint } from '../core/webhooks.ts'
import { tellOperator, type Tell } from '../tell-operator.mjs'
import { checkWebhookUrl } from '../webhooks/check-webhook-url.ts'
import { createSendMessage } from '../webhooks/send-message.ts'
import { makeWebhookSecret } from '../webhooks/sign-message.ts'
import { needDepartment } from './need-department.ts'
import { showMinute } from './show-minute.ts'
import { withStore } from './with-store.ts'

interface Setting {
  config: Config
  clock: Clock
}

export interface NewWebhookOptions {
  department: string
  url: string
  event?: readonly DepartmentEventType[]
}

const testTimeout = 10_000
const mostCounted = 1000

/** Enters where a department's system is told of its tickets, and shows the secret that it checks signatures with. */
export async function addWebhook(setting: Setting, { department, url, event = [] }: NewWebhookOptions): Promise<void> {
  const { config, clock } = setting
  const tell = tellOperator(config.language)
  const fault = checkWebhookUrl(url, config.webhooks.networks)
  if (fault !== null) throw new Error(tell(`operator.webhooks.url.${fault}`, { url }))
  const endpoint: WebhookEndpoint = {
    id: randomUUID(),
    department: await needDepartment(department, config, tell),
    url,
    secret: makeWebhookSecret(),
    events: [...new Set(event)],
    createdAt: clock(),
    removedAt: null,
  }
  await mkdir(config.dataFolder, { recursive: true })
  await withStore(setting, ({ webhooks }) => webhooks.add(endpoint))
  console.error(tell('operator.webhooks.added', { id: endpoint.id }))
  console.log(endpoint.secret)
}

async function lineOf({ webhooks }: Store, endpoint: WebhookEndpoint, tell: Tell): Promise<string> {
  const { id, department, url, events, removedAt } = endpoint
  const count = async (state: 'waiting' | 'given-up') =>
    (await webhooks.deliveries({ endpoint: id, state, limit: mostCounted })).length
  const state =
    removedAt === null
      ? tell('operator.webhooks.state', { waiting: await count('waiting'), lost: await count('given-up') })
      : tell('operator.webhooks.state.removed', { at: showMinute(removedAt) })
  return [id, department, url, events.length === 0 ? '*' : events.join(' '), state].join(' · ')
}

/** Lists where departments are told, without the secrets. */
export async function listWebhooks(setting: Setting, { json = false }: { json?: boolean }): Promise<void> {
  const tell = tellOperator(setting.config.language)
  await withStore(setting, async (store) => {
    const endpoints = await store.webhooks.endpoints()
    const shown = endpoints.map((endpoint) => ({ ...endpoint, secret: undefined }))
    if (json) return void process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    if (endpoints.length === 0) console.log(tell('operator.webhooks.none'))
    for (const endpoint of endpoints) console.log(await lineOf(store, endpoint, tell))
  })
}

async function needEndpoint({ webhooks }: Store, id: string, tell: Tell): Promise<WebhookEndpoint> {
  const endpoint = await webhooks.endpoint(id)
  if (endpoint === null || endpoint.removedAt !== null) throw new Error(tell('operator.webhooks.unknown', { id }))
  return endpoint
}

/** Ends an endpoint; what waits for it is not sent any more. */
export async function removeWebhook(setting: Setting, id: string): Promise<void> {
  const tell = tellOperator(setting.config.language)
  const done = await withStore(setting, ({ webhooks }) => webhooks.remove(id, setting.clock()))
  if (!done) throw new Error(tell('operator.webhooks.unknown', { id }))
  console.log(tell('operator.webhooks.removed', { id }))
}

/** Sends a test message now, and says what was answered. */
export async function testWebhook({ config, clock }: Setting, id: string): Promise<void> {
  const tell = tellOperator(config.language)
  const now = clock()
  const send = createSendMessage({ networks: config.webhooks.networks, timeout: testTimeout })
  const { endpoint, delivery, attempt } = await withStore({ config, clock }, async (store) => {
    const endpoint = await needEndpoint(store, id, tell)
    const data = JSON.stringify({ department: endpoint.department })
    const message = { id: `test_${randomUUID()}`, type: 'test', at: now, data } as const
    const delivery = { ...message, sequence: 0 }
    return { endpoint, delivery, attempt: await send(endpoint, delivery, now) }
  })
  const { status, error } = attempt
  if (error !== null)
    throw new Error(tell('operator.webhooks.test.failed', { url: endpoint.url, why: status ?? error }))
  console.log(tell('operator.webhooks.test.done', { url: endpoint.url, status: status ?? '', id: delivery.id }))
}

/** Queues again what was given up; the running server sends it. */
export async function resendWebhook(setting: Setting, id: string): Promise<void> {
  const tell = tellOperator(setting.config.language)
  const count = await withStore(setting, async (store) => {
    await needEndpoint(store, id, tell)
    return store.webhooks.resend(id, setting.clock())
  })
  console.log(tell('operator.webhooks.resent', { count }))
}
