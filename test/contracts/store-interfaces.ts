import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { makeEndpoint, makeKey, makeWebhookMessage } from '../store/interface-makers.ts'
import { after, noon } from '../store/makers.ts'

export function describeInterfaces(current: () => Store): void {
  describeKeys(current)
  describeAnswers(current)
  describeWebhooks(current)
}

const digest = 'd'.repeat(64)

function describeKeys(current: () => Store): void {
  describe('the keys of other systems', () => {
    it('are found by their id with the digest that they are checked by', async () => {
      const { keys } = current()
      await keys.add(makeKey(), digest)
      expect(await keys.find('a1b2c3d4e5f6')).toEqual({ key: makeKey(), digest })
      expect(await keys.find('ffffffffffff')).toBeNull()
    })

    it('do not share an id', async () => {
      const { keys } = current()
      await keys.add(makeKey(), digest)
      await expect(keys.add(makeKey({ name: 'another' }), digest)).rejects.toThrow()
    })

    it('are listed with the newest first, revoked ones among them', async () => {
      const { keys } = current()
      const late = makeKey({ id: 'b', department: null, scopes: ['open311:read'], createdAt: after(1) })
      await keys.add(makeKey(), digest)
      await keys.add(late, digest)
      await keys.revoke('a1b2c3d4e5f6', after(2))
      expect(await keys.list()).toEqual([late, makeKey({ revokedAt: after(2) })])
    })

    it('are revoked once: the first moment stands', async () => {
      const { keys } = current()
      await keys.add(makeKey(), digest)
      expect(await keys.revoke('a1b2c3d4e5f6', after(1))).toBe(true)
      expect(await keys.revoke('a1b2c3d4e5f6', after(2))).toBe(false)
      expect(await keys.revoke('ffffffffffff', after(2))).toBe(false)
      expect((await keys.find('a1b2c3d4e5f6'))?.key.revokedAt).toEqual(after(1))
    })

    it('remember when they were last used', async () => {
      const { keys } = current()
      await keys.add(makeKey(), digest)
      await keys.used('a1b2c3d4e5f6', after(5))
      expect((await keys.find('a1b2c3d4e5f6'))?.key.lastUsedAt).toEqual(after(5))
    })
  })
}

function describeAnswers(current: () => Store): void {
  describe('the answers given to named requests', () => {
    const request = { sender: 'a1b2c3d4e5f6', name: 'reply-1', content: 'digest-1' }
    const answer = { status: 200, body: '{"说":"\\u0000办好了"}' }
    const at = (milliseconds: number) => ({
      at: after(milliseconds),
      lostBefore: after(milliseconds - 1000),
      forgottenBefore: after(milliseconds - 10_000),
    })

    it('are given again to the same request, and to no other of that name', async () => {
      const { answers } = current()
      expect(await answers.begin(request, at(0))).toEqual({ kind: 'new' })
      expect(await answers.begin(request, at(1))).toEqual({ kind: 'under-way' })
      await answers.finish(request, answer)
      expect(await answers.begin(request, at(2))).toEqual({ kind: 'done', answer })
      expect(await answers.begin({ ...request, content: 'digest-2' }, at(2))).toEqual({ kind: 'other' })
      expect(await answers.begin({ ...request, sender: 'somebody-else' }, at(2))).toEqual({ kind: 'new' })
      expect(await answers.begin({ ...request, name: 'reply-2' }, at(2))).toEqual({ kind: 'new' })
    })

    it('let one of many at the same moment do it', async () => {
      const { answers } = current()
      const beginnings = await Promise.all(Array.from({ length: 8 }, () => answers.begin(request, at(0))))
      expect(beginnings.map(({ kind }) => kind).sort()).toEqual([
        'new',
        ...Array.from({ length: 7 }, () => 'under-way'),
      ])
    })

    it('let a request that came to nothing be sent again, but not one that has its answer', async () => {
      const { answers } = current()
      await answers.begin(request, at(0))
      await answers.release(request)
      expect(await answers.begin(request, at(1))).toEqual({ kind: 'new' })
      await answers.finish(request, answer)
      await answers.release(request)
      expect(await answers.begin(request, at(2))).toEqual({ kind: 'done', answer })
    })

    it('let a request be done anew whose doer was lost', async () => {
      const { answers } = current()
      await answers.begin(request, at(0))
      expect(await answers.begin(request, at(1000))).toEqual({ kind: 'under-way' })
      expect(await answers.begin(request, at(1001))).toEqual({ kind: 'new' })
      expect(await answers.begin(request, at(1002))).toEqual({ kind: 'under-way' })
    })

    it('are forgotten after their time', async () => {
      const { answers } = current()
      await answers.begin(request, at(0))
      await answers.finish(request, answer)
      expect(await answers.begin(request, at(10_001))).toEqual({ kind: 'new' })
      await answers.begin({ ...request, name: 'later' }, at(20_000))
      expect(await answers.forget(after(20_000))).toBe(1)
      expect(await answers.begin(request, at(20_001))).toEqual({ kind: 'new' })
    })
  })
}

function describeWebhooks(current: () => Store): void {
  describe('where departments are told', () => {
    it('is kept with its secret, and listed with the newest first', async () => {
      const { webhooks } = current()
      const late = makeEndpoint({ id: 'endpoint-2', events: ['ticket.urged', 'ticket.closed'], createdAt: after(1) })
      await webhooks.add(makeEndpoint())
      await webhooks.add(late)
      expect(await webhooks.endpoints()).toEqual([late, makeEndpoint()])
      expect(await webhooks.endpoint('endpoint-1')).toEqual(makeEndpoint())
      expect(await webhooks.endpoint('endpoint-3')).toBeNull()
    })

    it('gets what is queued for its department, of the kinds that it wants', async () => {
      const { webhooks } = current()
      await webhooks.add(makeEndpoint())
      await webhooks.add(makeEndpoint({ id: 'endpoint-2', events: ['ticket.urged'] }))
      await webhooks.add(makeEndpoint({ id: 'endpoint-3', department: 'water' }))
      expect(await webhooks.queue('city-management', makeWebhookMessage())).toBe(1)
      expect(await webhooks.queue('city-management', makeWebhookMessage({ id: 'm-2', type: 'ticket.urged' }))).toBe(2)
      expect(await webhooks.queue('nobody', makeWebhookMessage())).toBe(0)
      const waiting = await webhooks.deliveries({ state: 'waiting', limit: 9 })
      expect(waiting.map(({ endpoint, id }) => `${endpoint} ${id}`)).toEqual([
        'endpoint-2 m-2',
        'endpoint-1 m-2',
        'endpoint-1 message-1',
      ])
      expect(waiting.at(-1)).toEqual({
        ...makeWebhookMessage(),
        ...{ sequence: waiting.at(-1)?.sequence, endpoint: 'endpoint-1', queuedAt: noon, nextAttemptAt: noon },
        ...{ attempts: 0, deliveredAt: null, givenUpAt: null, error: null },
      })
    })

    it('gets nothing any more once it is removed, not even what waits', async () => {
      const { webhooks } = current()
      await webhooks.add(makeEndpoint())
      await webhooks.queue('city-management', makeWebhookMessage())
      expect(await webhooks.remove('endpoint-1', after(1))).toBe(true)
      expect(await webhooks.remove('endpoint-1', after(2))).toBe(false)
      expect((await webhooks.endpoint('endpoint-1'))?.removedAt).toEqual(after(1))
      expect(await webhooks.queue('city-management', makeWebhookMessage())).toBe(0)
      expect(await webhooks.take(after(9), after(99), { limit: 9 })).toEqual([])
    })
  })

  describeDeliveries(current)
}

function describeDeliveries(current: () => Store): void {
  describe('messages on their way to departments', () => {
    const queueOne = async (change: Parameters<typeof makeWebhookMessage>[0] = {}) => {
      const { webhooks } = current()
      if ((await webhooks.endpoint('endpoint-1')) === null) await webhooks.add(makeEndpoint())
      return webhooks.queueFor('endpoint-1', makeWebhookMessage(change))
    }

    it('are taken when they are due, the earliest first, and by one taker only', async () => {
      const { webhooks } = current()
      const late = await queueOne({ id: 'late', at: after(5) })
      const early = await queueOne({ id: 'early', type: 'test' })
      const takers = await Promise.all([1, 2, 3].map(() => webhooks.take(after(5), after(100), { limit: 9 })))
      const taken = takers.flat()
      expect(taken.map(({ id }) => id).sort()).toEqual(['early', 'late'])
      expect(taken.find(({ id }) => id === 'early')).toEqual({ ...early, nextAttemptAt: after(100) })
      expect(await webhooks.take(after(99), after(200), { limit: 9 })).toEqual([])
      expect(await webhooks.take(after(100), after(200), { limit: 9, except: ['endpoint-1'] })).toEqual([])
      expect(
        (await webhooks.take(after(100), after(200), { limit: 1, except: ['endpoint-2'] })).map(({ id }) => id),
      ).toHaveLength(1)
      expect(late.sequence).toBeLessThan(early.sequence)
    })

    it('are done once they are delivered', async () => {
      const { webhooks } = current()
      const { sequence } = await queueOne()
      await webhooks.delivered(sequence, after(3))
      expect(await webhooks.take(after(9), after(99), { limit: 9 })).toEqual([])
      await webhooks.failed(sequence, { error: 'late news', at: after(4), tryAgainAt: after(5) })
      expect(await webhooks.deliveries({ endpoint: 'endpoint-1', state: 'delivered', limit: 9 })).toMatchObject([
        { sequence, deliveredAt: after(3), attempts: 1, error: null },
      ])
    })

    it('are tried again after a failure, until they are given up; and then again where somebody says so', async () => {
      const { webhooks } = current()
      const { sequence } = await queueOne()
      await webhooks.failed(sequence, { error: '503', at: after(1), tryAgainAt: after(10) })
      expect(await webhooks.take(after(9), after(99), { limit: 9 })).toEqual([])
      expect(await webhooks.take(after(10), after(20), { limit: 9 })).toMatchObject([
        { sequence, attempts: 1, error: '503' },
      ])
      await webhooks.failed(sequence, { error: 'timeout', at: after(20), tryAgainAt: null })
      expect(await webhooks.take(after(99), after(199), { limit: 9 })).toEqual([])
      expect(await webhooks.deliveries({ state: 'given-up', limit: 9 })).toMatchObject([
        { sequence, attempts: 2, error: 'timeout', givenUpAt: after(20) },
      ])
      expect(await webhooks.resend('endpoint-2', after(30))).toBe(0)
      expect(await webhooks.resend('endpoint-1', after(30))).toBe(1)
      expect(await webhooks.resend('endpoint-1', after(30))).toBe(0)
      expect(await webhooks.take(after(30), after(40), { limit: 9 })).toMatchObject([
        { sequence, attempts: 0, queuedAt: after(30), givenUpAt: null },
      ])
    })

    it('are forgotten when they are old and done with, never while they wait', async () => {
      const { webhooks } = current()
      const [sent, lost] = [await queueOne({ id: 'sent' }), await queueOne({ id: 'lost' })]
      await queueOne({ id: 'waiting' })
      const young = await queueOne({ id: 'young', at: after(10) })
      await webhooks.delivered(sent.sequence, after(11))
      await webhooks.delivered(young.sequence, after(11))
      await webhooks.failed(lost.sequence, { error: 'timeout', at: after(11), tryAgainAt: null })
      expect(await webhooks.forget(after(10))).toBe(2)
      expect((await webhooks.deliveries({ limit: 9 })).map(({ id }) => id)).toEqual(['young', 'waiting'])
    })

    it('are queued together with the work of a transaction, or not at all', async () => {
      const { webhooks } = current()
      await webhooks.add(makeEndpoint())
      const failing = current().transaction(async (inside) => {
        await inside.webhooks.queue('city-management', makeWebhookMessage())
        throw new Error('this work fails')
      })
      await expect(failing).rejects.toThrow('this work fails')
      expect(await webhooks.deliveries({ limit: 9 })).toEqual([])
    })
  })
}
