import { describe, expect, it } from 'vitest'
import { isTicketNotice, openReplies, placeMessages, timeline } from '../../../channels/web/timeline.ts'

const at = (minute: number) => `2026-11-23T04:${String(minute).padStart(2, '0')}:00.000Z`
const reply = (sequence: number, message: string, minute: number, ticket: string | null = null) => ({
  sequence,
  at: at(minute),
  reply: { message, ticket },
})
const notice = (sequence: number, minute: number, number = '20261123-0001') =>
  reply(sequence, `ticket-${number}-${sequence}`, minute, number)
const order = (messages: Parameters<typeof placeMessages>[0], replies: ReturnType<typeof reply>[]) =>
  timeline(placeMessages(messages, replies), replies).map((moment) =>
    moment.kind === 'notice' ? moment.event.sequence : moment.message.id,
  )

describe('a conversation in order', () => {
  it('shows what was told unasked between the messages, where it happened', () => {
    const messages = [
      { id: 'a', at: at(0) },
      { id: 'b', at: at(9) },
    ]
    expect(order(messages, [reply(1, 'a', 1), notice(2, 5), reply(3, 'b', 10), notice(4, 11)])).toEqual([
      'a',
      2,
      'b',
      4,
    ])
  })

  it('keeps a message before its own reply where everything bears the same time', () => {
    const messages = [
      { id: 'a', at: at(0) },
      { id: 'b', at: at(0) },
    ]
    expect(order(messages, [reply(1, 'a', 0), notice(2, 0), reply(3, 'b', 0)])).toEqual(['a', 2, 'b'])
  })

  it('leaves no reply out, whatever it replies to', () => {
    expect(order([], [reply(1, 'elsewhere', 0), notice(2, 1)])).toEqual([1, 2])
  })
})

describe('the choices that still stand', () => {
  const messages = [
    { id: 'a', after: 0 },
    { id: 'b', after: 2 },
  ]

  it('are those of the last reply, however much was told since', () => {
    expect([...openReplies(messages, [reply(1, 'a', 0), notice(2, 1)])]).toEqual([1, 2])
  })

  it('are a ticket’s until more is said of the same ticket', () => {
    const told = [reply(1, 'a', 0), notice(2, 1), notice(3, 2, '20261123-0002')]
    expect([...openReplies(messages, [...told, reply(4, 'b', 3)])]).toEqual([4, 2, 3])
    expect([...openReplies(messages, [...told, reply(4, 'b', 3, '20261123-0001')])]).toEqual([4, 3])
  })
})

describe('a ticket’s notice', () => {
  it('is known by the name of its change', () => {
    expect(isTicketNotice({ message: 'ticket-20261123-0001-7' })).toBe(true)
    expect(isTicketNotice({ message: 'message-1' })).toBe(false)
  })
})
