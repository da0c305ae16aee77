import { describe, expect, it } from 'vitest'
import {
  advance,
  emptyChat,
  isAwaited,
  isWithPerson,
  type ChatEvent,
  type ChatState,
} from '../../../../channels/web/widget/chat-state.ts'
import type { Wire } from '../../../../channels/web/wire.ts'
import { makeReply } from '../../../store/makers.ts'

const replyEvent = (sequence: number, message: string, kind: Wire['reply']['kind'] = 'answer'): Wire['replyEvent'] => {
  const { sentences, sources, ...rest } = makeReply({ message, kind })
  return {
    sequence,
    at: '2026-11-23T04:00:00.000Z',
    reply: {
      ...rest,
      notes: [],
      choices: [],
      suggestions: [],
      sentences: sentences.map(({ text }) => ({ text, marks: [], sources: [1] })),
      sources: sources.map((source) => ({ ...source, section: [], region: [] })),
    },
  }
}
const happenings = (...events: readonly ChatEvent[]): ChatState => events.reduce(advance, emptyChat)
const asked = (id: string): ChatEvent => ({ kind: 'sending', id, text: `问题 ${id}` })

describe('the state of a chat', () => {
  it('keeps a message under one id through failing and sending again', () => {
    const failed = happenings(asked('a'), { kind: 'failed', id: 'a', problem: { kind: 'offline' } })
    expect(failed.messages).toMatchObject([{ id: 'a', state: 'unsent', problem: { kind: 'offline' } }])
    const again = [asked('a'), { kind: 'sent', id: 'a' } as const].reduce(advance, failed)
    expect(again.messages).toMatchObject([{ id: 'a', state: 'sent', problem: null }])
  })

  it('shows a reply once, however often it arrives, and in the order of the server', () => {
    const state = happenings(
      asked('a'),
      asked('b'),
      { kind: 'reply', event: replyEvent(8, 'b') },
      { kind: 'reply', event: replyEvent(7, 'a') },
      { kind: 'reply', event: replyEvent(8, 'b') },
    )
    expect(state.replies.map(({ sequence }) => sequence)).toEqual([7, 8])
  })

  it('drops the sentences on their way when the whole reply is there, and takes none after it', () => {
    const sentence = { message: 'a', text: '第一句。', marks: [] }
    const writing = happenings(asked('a'), { kind: 'sentence', event: sentence }, { kind: 'sentence', event: sentence })
    expect(writing.writing).toEqual({ a: [sentence] })
    const done = advance(writing, { kind: 'reply', event: replyEvent(1, 'a') })
    expect(advance(done, { kind: 'sentence', event: sentence }).writing).toEqual({})
  })

  it('waits for no reply to what only a person read, once a later message is answered', () => {
    const state = happenings(asked('a'), asked('b'), { kind: 'reply', event: replyEvent(1, 'b') }, asked('c'))
    expect(state.messages.map((message) => isAwaited(state, message))).toEqual([false, false, true])
  })

  it('takes a reply as proof that its message had arrived', () => {
    const problem = { kind: 'offline' } as const
    const state = happenings(
      asked('a'),
      { kind: 'failed', id: 'a', problem },
      { kind: 'reply', event: replyEvent(1, 'a') },
    )
    expect(state.messages).toMatchObject([{ state: 'sent', problem: null }])
  })

  it('joins the history with what only this page knows, and announces none of it', () => {
    const history: Wire['history'] = {
      conversation: 'c',
      language: 'zh',
      region: null,
      holder: 'assistant',
      messages: [{ id: 'a', at: '2026-11-23T04:00:00.000Z', text: '问题 a', attachments: [], place: null }],
      replies: [replyEvent(1, 'a')],
    }
    const state = happenings(asked('a'), asked('b'), { kind: 'loaded', history })
    expect(state.messages.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(state.replies).toHaveLength(1)
    expect(state.news).toBeNull()
  })

  it('says that the connection is back only where it had been lost', () => {
    const open = { kind: 'connection', state: 'open' } as const
    const lost = { kind: 'connection', state: 'lost' } as const
    expect(happenings(open).connection).toBe('open')
    expect(happenings(open, lost, open).connection).toBe('back')
    expect(happenings(open, lost, open, { kind: 'connection', state: 'settled' }).connection).toBe('open')
    expect(happenings(open, lost, open, lost).connection).toBe('lost')
  })

  it('waits for no reply to a message that was not sent', () => {
    const state = happenings(asked('a'), asked('b'), { kind: 'failed', id: 'b', problem: { kind: 'fault' } })
    expect(state.messages.map((message) => isAwaited(state, message))).toEqual([true, false])
  })

  it('knows that a person holds it until it is given back, whatever emergencies are answered meanwhile', () => {
    const handed = happenings(asked('a'), { kind: 'reply', event: replyEvent(1, 'a', 'handover') })
    expect(isWithPerson(handed)).toBe(true)
    const alarmed = advance(advance(handed, asked('b')), { kind: 'reply', event: replyEvent(2, 'b', 'emergency') })
    expect(isWithPerson(alarmed)).toBe(true)
    const noticed = advance(alarmed, { kind: 'reply', event: replyEvent(3, 'ticket-20261123-0001-2', 'status') })
    expect(isWithPerson(noticed)).toBe(true)
    const asking = advance(noticed, asked('c'))
    expect(isWithPerson(advance(asking, { kind: 'reply', event: replyEvent(4, 'c', 'reply') }))).toBe(false)
  })
})
