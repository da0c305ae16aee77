import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Feedback, Store } from '../../src/core/store.ts'
import { after, makeConversation, makeMessage, makeReply, noon } from '../store/makers.ts'

const entry = (text: string, conversation = 'conversation-1') => ({
  conversation,
  address: { channel: 'web', user: 'visitor-1' },
  reply: makeReply({ text }),
  queuedAt: noon,
})

export function describeDelivery(current: () => Store): void {
  describe('the outbox', () => {
    const texts = (entries: readonly { reply: { text: string } }[]) => entries.map(({ reply }) => reply.text)

    it('queues replies in an order that grows over all conversations', async () => {
      const { conversations, outbox } = current()
      await conversations.open(makeConversation())
      await conversations.open(makeConversation({ id: 'conversation-2' }))
      const first = await outbox.queue(entry('一'))
      const second = await outbox.queue(entry('二', 'conversation-2'))
      const third = await outbox.queue(entry('三'))
      expect(first).toEqual({ ...entry('一'), sequence: first.sequence, deliveredAt: null, attempts: 0 })
      expect(second.sequence).toBeGreaterThan(first.sequence)
      expect(third.sequence).toBeGreaterThan(second.sequence)
      expect(await outbox.since('conversation-1', 0)).toEqual([first, third])
      expect(await outbox.since('conversation-1', first.sequence)).toEqual([third])
      expect(await outbox.since('conversation-1', third.sequence)).toEqual([])
    })

    it('refuses a reply to a conversation that does not exist', async () => {
      await expect(current().outbox.queue(entry('一', 'nowhere'))).rejects.toThrow(/no such/)
    })

    it('gives what is due, oldest first, until it is delivered', async () => {
      const { conversations, outbox } = current()
      await conversations.open(makeConversation())
      const first = await outbox.queue(entry('一'))
      await outbox.queue(entry('二'))
      await outbox.queue({ ...entry('三'), queuedAt: after(10) })
      expect(texts(await outbox.due(noon, 9))).toEqual(['一', '二'])
      expect(texts(await outbox.due(noon, 1))).toEqual(['一'])
      await outbox.delivered(first.sequence, after(1))
      expect(texts(await outbox.due(noon, 9))).toEqual(['二'])
      expect(texts(await outbox.due(after(10), 9))).toEqual(['二', '三'])
      expect((await outbox.since('conversation-1', 0))[0]).toEqual({ ...first, deliveredAt: after(1), attempts: 1 })
    })

    it('holds a failed reply back until it is to be tried again, and counts the attempts', async () => {
      const { conversations, outbox } = current()
      await conversations.open(makeConversation())
      const { sequence } = await outbox.queue(entry('一'))
      await outbox.failed(sequence, 'no route\0', after(1000))
      await outbox.failed(sequence, 'no route', after(5000))
      expect(await outbox.due(after(4999), 9)).toEqual([])
      expect((await outbox.due(after(5000), 9)).map(({ attempts }) => attempts)).toEqual([2])
    })

    it('lets a delivered reply rest, whatever is said of it later', async () => {
      const { conversations, outbox } = current()
      await conversations.open(makeConversation())
      const { sequence } = await outbox.queue(entry('一'))
      await outbox.delivered(sequence, after(1))
      await outbox.delivered(sequence, after(2))
      await outbox.failed(sequence, 'late', after(3))
      expect(await outbox.due(after(9), 9)).toEqual([])
      expect((await outbox.since('conversation-1', 0))[0]).toMatchObject({ deliveredAt: after(1), attempts: 1 })
    })

    it('never lets a reply appear behind one that a reader has already seen', async () => {
      const store = current()
      await store.conversations.open(makeConversation())
      const seen: number[] = []
      const queueing = Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          store.transaction(async ({ outbox }) => {
            await outbox.queue(entry(`${index}`))
            await pause((index * 7) % 5)
          }),
        ),
      )
      let writing = true
      void queueing.finally(() => (writing = false))
      while (writing) {
        const fresh = await store.outbox.since('conversation-1', seen.at(-1) ?? 0)
        seen.push(...fresh.map(({ sequence }) => sequence))
        await pause(1)
      }
      await queueing
      seen.push(...(await store.outbox.since('conversation-1', seen.at(-1) ?? 0)).map(({ sequence }) => sequence))
      expect(seen).toHaveLength(40)
    })
  })

  describe('feedback', () => {
    const feedback = (change: Partial<Feedback> = {}): Feedback => ({
      conversation: 'conversation-1',
      message: 'message-1',
      rating: 'down',
      reason: 'not-my-question',
      comment: '没回答我的问题😠',
      at: noon,
      ...change,
    })

    it('keeps the last rating of each message, and lists the newest first', async () => {
      const { conversations, feedback: book } = current()
      await conversations.open(makeConversation())
      await conversations.accept(makeMessage())
      await conversations.accept(makeMessage({ id: 'message-2' }))
      await book.record(feedback())
      await book.record(feedback({ message: 'message-2', at: after(1) }))
      await book.record(feedback({ rating: 'up', reason: null, comment: null, at: after(2) }))
      expect(await book.list(9)).toEqual([
        feedback({ rating: 'up', reason: null, comment: null, at: after(2) }),
        feedback({ message: 'message-2', at: after(1) }),
      ])
      expect(await book.list(1)).toHaveLength(1)
    })
  })
}
