import { describe, expect, it } from 'vitest'
import { openIntake } from '../../src/core/open-intake.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import { nothingTold, type TicketDraft } from '../../src/core/ticket.ts'
import { makeExchange } from '../steps/make-turn.ts'

const draft: TicketDraft = {
  kind: 'complaint',
  subject: '',
  description: '油烟',
  region: null,
  ...nothingTold,
  tried: [],
}
const question: Outcome = {
  kind: 'question',
  asks: 'intake',
  phrase: { id: 'intake.ask.where', values: {} },
  choices: [],
  intake: { draft, asking: 'where', asked: ['where'] },
}
const hour = 60 * 60 * 1000
const asked = makeExchange('我要投诉', { outcome: question })

describe('open-intake', () => {
  it('finds the intake behind answers given in between', () => {
    const between = makeExchange('几点以后不让施工？')
    expect(openIntake([asked, between], new Date(hour))).toMatchObject({ draft, phrase: { id: 'intake.ask.where' } })
  })

  it('finds none after the demand was filed', () => {
    const filed = makeExchange('确认', { outcome: { kind: 'ticket', filed: draft } })
    expect(openIntake([asked, filed], new Date(hour))).toBeNull()
  })

  it('finds none after it was dropped for another question', () => {
    const { outcome } = makeExchange('公积金怎么提取？')
    const instead = makeExchange('公积金怎么提取？', { outcome: { ...outcome, leaves: true } })
    expect(openIntake([asked, instead], new Date(hour))).toBeNull()
  })

  it('lets an intake go after a day', () => {
    expect(openIntake([asked], new Date(23 * hour))).not.toBeNull()
    expect(openIntake([asked], new Date(25 * hour))).toBeNull()
  })
})
