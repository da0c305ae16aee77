import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { makeConversation, makeMessage, makeRecord, makeReply, makeTicket, noon } from '../store/makers.ts'

export function describeTransactions(current: () => Store): void {
  describe('a transaction', () => {
    it('does all of its work, and returns what the work returns', async () => {
      const number = await current().transaction(async ({ conversations, tickets, outbox }) => {
        await conversations.open(makeConversation())
        await conversations.accept(makeMessage())
        await conversations.settle(makeRecord())
        await outbox.queue({ conversation: 'conversation-1', address: at, reply: makeReply(), queuedAt: noon })
        return (await tickets.file(makeTicket())).number
      })
      expect(number).toBe('20261123-0001')
      expect(await current().outbox.due(noon, 9)).toHaveLength(1)
      expect(await current().conversations.exchange('conversation-1', 'message-1')).toEqual(makeRecord())
    })

    it('does none of its work when the work fails, and passes on the error itself', async () => {
      const error = Object.assign(new Error('the caller gave up'), { code: 'ECONNREFUSED' })
      const working = current().transaction(async ({ conversations, tickets }) => {
        await conversations.open(makeConversation())
        await tickets.file(makeTicket())
        throw error
      })
      await expect(working).rejects.toBe(error)
      expect(await current().conversations.find('conversation-1')).toBeNull()
      expect(await current().tickets.list(9)).toEqual([])
    })

    it('passes on the error of work that fails before it awaits anything', async () => {
      const error = new Error('at once')
      const working = current().transaction(() => {
        throw error
      })
      await expect(working).rejects.toBe(error)
      expect(await current().tickets.list(9)).toEqual([])
    })

    it('is undone by a query that failed, even where the work overlooks the error', async () => {
      const working = current().transaction(async ({ conversations, tickets }) => {
        await tickets.file(makeTicket())
        await conversations.accept(makeMessage({ conversation: 'nowhere' })).catch(() => undefined)
      })
      await expect(working).rejects.toThrow()
      expect(await current().tickets.list(9)).toEqual([])
    })

    it('lets others read while it is open, and they do not see its work before its end', async () => {
      const store = current()
      let working: Promise<void> = Promise.resolve()
      await new Promise<void>((begun) => {
        working = store.transaction(async ({ conversations }) => {
          await conversations.open(makeConversation())
          begun()
          await pause(30)
          throw new Error('undo')
        })
      })
      const reading = store.conversations.find('conversation-1')
      await expect(working).rejects.toThrow('undo')
      expect(await reading).toBeNull()
    })

    it('takes turns with fifty others that change the same row', async () => {
      const store = current()
      await store.conversations.open(makeConversation({ region: [] }))
      const works = Array.from({ length: 50 }, () =>
        store.transaction(async ({ conversations, outbox }) => {
          await outbox.queue({ conversation: 'conversation-1', address: at, reply: makeReply(), queuedAt: noon })
          const { region } = (await conversations.find('conversation-1')) ?? {}
          await conversations.update('conversation-1', { region: [...(region ?? []), '区'] })
        }),
      )
      await Promise.all(works)
      expect((await store.conversations.find('conversation-1'))?.region).toHaveLength(50)
    })

    it('says so when another is opened inside it', async () => {
      const working = current().transaction((inner) => inner.transaction(() => Promise.resolve()))
      await expect(working).rejects.toThrow('A transaction is open already: use the store that it hands in.')
      await expect(current().transaction((inner) => inner.close())).rejects.toThrow(/inside a transaction/)
    })

    it('says so when the outer store is used inside it, and does not wait for itself', async () => {
      const store = current()
      const said = 'Inside a transaction only the store that it hands in may be used.'
      await expect(store.transaction(() => store.tickets.list(1))).rejects.toThrow(said)
      await expect(store.transaction(() => store.transaction(() => Promise.resolve()))).rejects.toThrow(said)
      expect(await store.tickets.list(1)).toEqual([])
    })

    it('says so when its store is used after its end', async () => {
      const store = current()
      const kept = await store.transaction((inner) => Promise.resolve(inner))
      await expect(kept.tickets.list(1)).rejects.toThrow(/has ended/)
    })

    it('lets what it started go on with the outer store after its end', async () => {
      const store = current()
      const later = await store.transaction(async () => ({ read: pause(20).then(() => store.tickets.list(1)) }))
      expect(await later.read).toEqual([])
    })
  })
}

const at = { channel: 'web', user: 'visitor-1' }
