import { describe, expect, it } from 'vitest'
import { currentStage } from '../../../channels/web/current-stage.ts'
import { ticketStages } from '../../../src/core/ticket-progress.ts'
import type { TicketState } from '../../../src/core/ticket.ts'

const stand = (state: TicketState, reached: number) =>
  currentStage({ state, stages: ticketStages.map((stage, index) => ({ stage, at: index < reached ? 'then' : null })) })

describe('the stage at which a demand stands', () => {
  it('is the one it is in, though it came there without the ones before', () => {
    expect(stand('in-progress', 2)).toBe(3)
    expect(stand('closed', 7)).toBe(6)
  })

  it('stays where it was while an objection is looked at', () => {
    expect(stand('objected', 3)).toBe(2)
  })

  it('is the last one reached where it was withdrawn or passed on', () => {
    expect(stand('withdrawn', 2)).toBe(1)
    expect(stand('transferred', 1)).toBe(0)
  })
})
