import { describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { after, makeConversation, makeMessage, makeRecord } from '../store/makers.ts'

const hardTexts = [
  '👩🏽‍🦽‍➡️🇨🇳 表情',
  '𠮷野家、𰻞𰻞面、㐂、﨑',
  'NUL\0 inside\0',
  'half a pair: \ud83d and \udc00',
  'SUB \u001a, \u001a0000 and ESC \u001b',
  'עברית العربية བོད་ཡིག ئۇيغۇرچە',
  '\ufeff\u200b\u202e invisible',
  `"quotes" 'and' \\back\\slashes\\ %_ \r\n\t`,
  '',
  '长'.repeat(300_000),
]

export function describeConversations(current: () => Store): void {
  describe('conversations', () => {
    it('gives a conversation back as it was opened', async () => {
      const conversation = makeConversation({
        address: { channel: 'telegram', user: '4711', thread: '8' },
        region: ['云汀市', '滨江区'],
        holder: 'operator',
        language: 'en',
      })
      await current().conversations.open(conversation)
      expect(await current().conversations.find(conversation.id)).toEqual(conversation)
    })

    it('knows no conversation that was not opened', async () => {
      expect(await current().conversations.find('nowhere')).toBeNull()
    })

    it('leaves a conversation that exists as it is when it is opened again', async () => {
      await current().conversations.open(makeConversation())
      await current().conversations.open(makeConversation({ language: 'en', openedAt: after(1) }))
      expect(await current().conversations.find('conversation-1')).toEqual(makeConversation())
    })

    it('changes only what an update names', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation({ region: ['云汀市'] }))
      await conversations.update('conversation-1', { holder: 'operator' })
      await conversations.update('conversation-1', {})
      expect(await conversations.find('conversation-1')).toEqual(
        makeConversation({ region: ['云汀市'], holder: 'operator' }),
      )
      await conversations.update('conversation-1', { region: null, language: 'en' })
      expect(await conversations.find('conversation-1')).toEqual(
        makeConversation({ region: null, holder: 'operator', language: 'en' }),
      )
    })

    it('refuses to update a conversation that does not exist', async () => {
      await expect(current().conversations.update('nowhere', { holder: 'operator' })).rejects.toThrow(/no such/)
    })
  })

  describe('messages', () => {
    it('gives a message back with its media, place and way of coming', async () => {
      const message = makeMessage({
        media: [{ kind: 'photo', name: '路灯.jpg', type: 'image/jpeg', bytes: 81_920, url: 'https://files.example/1' }],
        place: { latitude: 30.2741, longitude: -120.1551 },
        spoken: true,
        language: 'en',
        from: { channel: 'wechat', user: 'u', thread: 't' },
      })
      await current().conversations.open(makeConversation())
      expect(await current().conversations.accept(message)).toBe('new')
      expect(await current().conversations.messages('conversation-1')).toEqual([message])
    })

    it('accepts a message once, and keeps the first', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      expect(await conversations.accept(makeMessage())).toBe('new')
      expect(await conversations.accept(makeMessage({ text: 'another text' }))).toBe('repeated')
      expect(await conversations.messages('conversation-1')).toEqual([makeMessage()])
    })

    it('accepts a message once when it comes fifty times at the same moment', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      const answers = await Promise.all(Array.from({ length: 50 }, () => conversations.accept(makeMessage())))
      expect(answers.filter((answer) => answer === 'new')).toHaveLength(1)
      expect(await conversations.messages('conversation-1')).toHaveLength(1)
    })

    it('takes the same id in another conversation for another message', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      await conversations.open(makeConversation({ id: 'conversation-2' }))
      await conversations.accept(makeMessage())
      expect(await conversations.accept(makeMessage({ conversation: 'conversation-2' }))).toBe('new')
      expect(await conversations.messages('conversation-1')).toHaveLength(1)
    })

    it.each(hardTexts.map((text) => ({ text, start: text.slice(0, 12) })))(
      'keeps every character of $start',
      async ({ text }) => {
        const { conversations } = current()
        const user = text.slice(0, 100)
        const id = text.slice(0, 100) || 'empty'
        await conversations.open(makeConversation({ id, address: { channel: 'web', user } }))
        await conversations.accept(makeMessage({ id, conversation: id, text }))
        expect((await conversations.find(id))?.address.user).toBe(user)
        expect(await conversations.messages(id)).toEqual([makeMessage({ id, conversation: id, text })])
        expect(await conversations.accept(makeMessage({ id, conversation: id }))).toBe('repeated')
        await conversations.settle(makeRecord({ conversation: id, message: id, text, query: text }))
        expect(await conversations.exchange(id, id)).toEqual(
          makeRecord({ conversation: id, message: id, text, query: text }),
        )
      },
    )

    it('keeps ids apart that differ in case, in width or in half a character', async () => {
      const { conversations } = current()
      const ids = ['a', 'A', 'Ａ', 'á', 'a\u0301', 'a ', 'a\0', '\ud800', '\ud801']
      await conversations.open(makeConversation())
      for (const id of ids) expect(await conversations.accept(makeMessage({ id }))).toBe('new')
      expect((await conversations.messages('conversation-1')).map(({ id }) => id)).toEqual(ids)
    })

    it('refuses ids that are empty or too long to be a key', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      await expect(conversations.accept(makeMessage({ id: '' }))).rejects.toThrow(RangeError)
      await expect(conversations.accept(makeMessage({ id: 'x'.repeat(301) }))).rejects.toThrow(RangeError)
      await expect(conversations.open(makeConversation({ id: '' }))).rejects.toThrow(RangeError)
      const longest = '龘'.repeat(300)
      await conversations.open(makeConversation({ id: longest }))
      expect(await conversations.accept(makeMessage({ id: longest, conversation: longest }))).toBe('new')
    })

    it('refuses a message to a conversation that does not exist', async () => {
      await expect(current().conversations.accept(makeMessage())).rejects.toThrow()
      expect(await current().conversations.unsettled()).toEqual([])
    })

    it('lists messages in the order of their arrival, whatever their clocks say', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      for (const [index, id] of ['third', 'first', 'second'].entries())
        await conversations.accept(makeMessage({ id, at: after(-1000 * index) }))
      expect((await conversations.messages('conversation-1')).map(({ id }) => id)).toEqual(['third', 'first', 'second'])
    })

    it('lists what was accepted and not settled, oldest first, over all conversations', async () => {
      const { conversations } = current()
      await conversations.open(makeConversation())
      await conversations.open(makeConversation({ id: 'conversation-2' }))
      await conversations.accept(makeMessage({ id: 'a' }))
      await conversations.accept(makeMessage({ id: 'b', conversation: 'conversation-2' }))
      await conversations.accept(makeMessage({ id: 'c' }))
      await conversations.settle(makeRecord({ message: 'a' }))
      expect((await conversations.unsettled()).map(({ id }) => id)).toEqual(['b', 'c'])
    })

    it('reads ten thousand messages of one conversation among others', async () => {
      const store = current()
      await store.conversations.open(makeConversation())
      await store.conversations.open(makeConversation({ id: 'conversation-2' }))
      await store.transaction(async ({ conversations }) => {
        for (let index = 0; index < 10_000; index++) await conversations.accept(makeMessage({ id: `message-${index}` }))
        await conversations.accept(makeMessage({ conversation: 'conversation-2' }))
      })
      const messages = await store.conversations.messages('conversation-1')
      expect(messages).toHaveLength(10_000)
      expect(messages.at(-1)).toEqual(makeMessage({ id: 'message-9999' }))
      expect(await store.conversations.unsettled()).toHaveLength(10_001)
    })
  })
}
