import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../src/core/store.ts'
import { forgetPast } from '../src/forget-past.ts'
import { openTestStore } from './fakes/memory-store.ts'
import { makeEndpoint, makeWebhookMessage } from './store/interface-makers.ts'
import { noon } from './store/makers.ts'

const day = 86_400_000
let store: Store
let now: Date
const logged: string[] = []
const open = (change: Partial<Pick<Store, 'answers' | 'webhooks'>> = {}) =>
  forgetPast({
    ...{ answers: store.answers, webhooks: store.webhooks, every: day, clock: () => now },
    log: (level, event, facts) => logged.push(`${level} ${event} ${JSON.stringify(facts)}`),
    ...change,
  })

beforeEach(async () => {
  now = noon
  logged.length = 0
  store = await openTestStore()
})
afterEach(() => store.close())

describe('what systems of others did', () => {
  it('is forgotten after a week, and what they were told after a month', async () => {
    const request = { sender: 'a', name: 'n', content: 'c' }
    const moments = { at: now, lostBefore: new Date(0), forgottenBefore: new Date(0) }
    await store.answers.begin(request, moments)
    await store.webhooks.add(makeEndpoint())
    const { sequence } = await store.webhooks.queueFor('endpoint-1', makeWebhookMessage())
    await store.webhooks.delivered(sequence, now)
    const past = open()
    await past.round()
    now = new Date(noon.getTime() + 7 * day + 1)
    await past.round()
    expect(logged).toEqual(['info past of systems forgotten {"answers":1,"messages":0}'])
    expect(await store.answers.begin(request, moments)).toEqual({ kind: 'new' })
    now = new Date(noon.getTime() + 30 * day + 1)
    await past.stop()
    await past.round()
    expect(await store.webhooks.deliveries({ limit: 9 })).toEqual([])
  })

  it('is forgotten later where the store does not serve', async () => {
    const past = open({ answers: { ...store.answers, forget: () => Promise.reject(new TypeError('gone')) } })
    await past.round()
    await past.stop()
    expect(logged).toEqual(['error past of systems not forgotten {"error":"TypeError"}'])
  })
})
