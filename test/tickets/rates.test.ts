import { describe, expect, it } from 'vitest'
import type { Visit } from '../../src/core/ticket-life.ts'
import { rates } from '../../src/tickets/rates.ts'

const asked = (solved: Visit['solved'], courteous: Visit['courteous'], contacted: Visit['contacted']) => ({
  visit: { solved, courteous, contacted, note: '' },
  unreached: 0,
})

describe('the three rates', () => {
  it('count each question over those who answered it', () => {
    const cases = [
      asked('yes', 'yes', 'yes'),
      asked('partly', 'yes', 'unsaid'),
      asked('no', 'yes', 'no'),
      asked('no', 'no', 'yes'),
      { visit: null, unreached: 2 },
      { visit: null, unreached: 0 },
    ]
    expect(rates(cases)).toEqual({
      response: { count: 2, of: 3, share: 2 / 3 },
      resolution: { count: 1, of: 4, share: 0.25 },
      satisfaction: { count: 3, of: 4, share: 0.75 },
      reached: { count: 4, of: 5, share: 0.8 },
    })
  })

  it('say nothing where nobody was asked', () => {
    expect(rates([{ visit: null, unreached: 0 }]).resolution).toEqual({ count: 0, of: 0, share: null })
  })
})
