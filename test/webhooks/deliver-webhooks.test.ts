import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { deliverWebhooks, waitAfter, type WebhookDeliveries } from '../../src/webhooks/deliver-webhooks.ts'
import { createSendMessage } from '../../src/webhooks/send-message.ts'
import { openTestStore } from '../fakes/memory-store.ts'
import { makeEndpoint, makeWebhookMessage } from '../store/interface-makers.ts'
import { noon } from '../store/makers.ts'
import { openReceiver, type Receiver } from './open-receiver.ts'

const day = 86_400_000
let store: Store
let receiver: Receiver
let deliveries: WebhookDeliveries
let now: Date
const logged: string[] = []

beforeEach(async () => {
  now = noon
  logged.length = 0
  store = await openTestStore()
  receiver = await openReceiver()
  await store.webhooks.add(makeEndpoint({ url: receiver.url }))
  deliveries = deliverWebhooks({
    webhooks: store.webhooks,
    send: createSendMessage({ networks: ['127.0.0.1'], timeout: 5000 }),
    clock: () => now,
    log: (level, event, facts) => logged.push(`${level} ${event} ${JSON.stringify(facts)}`),
    ...{ every: day, giveUpAfter: 5 * day },
  })
})
afterEach(async () => {
  await deliveries.stop()
  await receiver.down()
  await store.close()
})

const queue = (id: string) => store.webhooks.queue('city-management', makeWebhookMessage({ id, at: now }))
const list = () => store.webhooks.deliveries({ limit: 99 })
const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds))

describe('the delivery of messages to systems', () => {
  it('sends each once where it is answered, with a sequence that grows', async () => {
    for (const id of ['a', 'b', 'c']) await queue(id)
    await deliveries.round()
    await deliveries.round()
    expect(receiver.received.map(({ headers }) => headers['webhook-id']).sort()).toEqual(['a', 'b', 'c'])
    const sequences = receiver.received.map(({ body }) => /"sequence":(\d+)/u.exec(body)?.[1])
    expect(new Set(sequences).size).toBe(3)
    expect(await list()).toMatchObject([1, 2, 3].map(() => ({ deliveredAt: noon, attempts: 1 })))
  })

  it('tries again with growing waits until the receiver is back', async () => {
    await queue('a')
    await receiver.down()
    await deliveries.round()
    pass(waitAfter(0, 1))
    await deliveries.round()
    expect(await list()).toMatchObject([{ attempts: 1, error: 'ECONNREFUSED', deliveredAt: null }])
    pass(30_000)
    await deliveries.round()
    expect(await list()).toMatchObject([{ attempts: 2 }])
    await receiver.up()
    pass(60_000)
    await deliveries.round()
    expect(await list()).toMatchObject([{ attempts: 3, deliveredAt: now, error: null }])
    expect(receiver.received).toHaveLength(1)
    expect(logged.join()).not.toContain('20261123-0001')
  })

  it('waits as long as the receiver asks', async () => {
    receiver.answer = { status: 429, headers: { 'retry-after': '3600' } }
    await queue('a')
    await deliveries.round()
    pass(3_599_000)
    await deliveries.round()
    expect(receiver.received).toHaveLength(1)
    pass(1000)
    await deliveries.round()
    expect(receiver.received).toHaveLength(2)
  })

  it('lets a silent receiver keep nobody else waiting', async () => {
    const other = await openReceiver()
    await store.webhooks.add(makeEndpoint({ id: 'endpoint-2', url: other.url, department: 'water' }))
    await receiver.down()
    await queue('a')
    await deliveries.round()
    pass(10_000)
    await store.webhooks.queue('water', makeWebhookMessage({ id: 'w', at: now }))
    await queue('b')
    await deliveries.round()
    expect(other.received).toHaveLength(1)
    expect((await list()).find(({ id }) => id === 'b')).toMatchObject({ attempts: 0 })
    await other.down()
  })

  it('gives up after days, and starts anew where somebody says so', async () => {
    receiver.answer = { status: 500 }
    await queue('a')
    for (let turn = 0; turn < 40; turn += 1) {
      await deliveries.round()
      pass(4 * 3_600_000)
    }
    const [given] = await store.webhooks.deliveries({ state: 'given-up', limit: 9 })
    expect(given).toMatchObject({ id: 'a', error: 'HTTP 500', deliveredAt: null })
    expect(given?.givenUpAt?.getTime()).toBeGreaterThanOrEqual(noon.getTime() + 5 * day)
    receiver.answer = { status: 200 }
    await deliveries.round()
    expect(await store.webhooks.resend('endpoint-1', now)).toBe(1)
    await deliveries.round()
    expect(await list()).toMatchObject([{ deliveredAt: now, givenUpAt: null }])
  })

  it('ends an endpoint that says it is gone', async () => {
    receiver.answer = { status: 410 }
    await queue('a')
    await deliveries.round()
    expect((await store.webhooks.endpoint('endpoint-1'))?.removedAt).toEqual(now)
    expect(await queue('b')).toBe(0)
  })

  it('spreads its attempts', () => {
    expect([0, 1, 2, 3].map((attempts) => waitAfter(attempts, 0.5))).toEqual([5000, 20_000, 80_000, 320_000])
    expect([waitAfter(0, 0), waitAfter(0, 1), waitAfter(50, 0.5)]).toEqual([4000, 6000, 21_600_000])
  })
})
