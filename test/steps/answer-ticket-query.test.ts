import { describe, expect, it } from 'vitest'
import { nothingTold, type Ticket } from '../../src/core/ticket.ts'
import { answerTicketQuery } from '../../src/steps/answer-ticket-query.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const ticket = (conversation: string): Ticket => ({
  number: '20261123-0001',
  kind: 'ticket',
  conversation,
  filedAt: new Date(0),
  state: 'filed',
  draft: { kind: 'complaint', subject: '路灯', description: '路灯坏了', region: null, ...nothingTold, tried: [] },
  reason: null,
})
const stepWith = (found: Ticket) =>
  answerTicketQuery({ tickets: { find: async (number) => (number === found.number ? found : null) } })

describe('answer-ticket-query', () => {
  it.each([
    '20261123-0001到哪了',
    '工单２０２６１１２３－０００１进度',
    '20261123 - 0001',
    '20261123–0001?',
    'status of 20261123-0001',
  ])('tells how the ticket in "%s" stands', async (text) => {
    const own = ticket('c1')
    expect(await stepWith(own).run(makeTurn(text), makeTools())).toEqual({ kind: 'status', ticket: own })
  })

  it('knows nothing of a ticket of another conversation, as of one that does not exist', async () => {
    const others = await stepWith(ticket('c2')).run(makeTurn('20261123-0001'), makeTools())
    const none = await stepWith(ticket('c1')).run(makeTurn('20261123-0002'), makeTools())
    expect(others).toMatchObject({ kind: 'reply', phrase: { id: 'ticket.unknown' } })
    expect(none).toEqual(others)
  })

  it.each(['我的工单到哪了', '120261123-00012345678', '2026-11-23', ''])('lets "%s" pass', async (text) => {
    const turn = makeTurn(text)
    expect(await stepWith(ticket('c1')).run(turn, makeTools())).toBe(turn)
  })
})
