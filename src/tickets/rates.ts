import type { TicketCase } from '../core/ticket-life.ts'

/** `share` is count ÷ of; null where nobody was asked. */
export interface Rate {
  count: number
  of: number
  share: number | null
}

/** The three rates (三率) of a set of demands, and how many of its citizens they rest on. */
export interface Rates {
  /** Whom the handling body contacted, of those who said whether it did. */
  response: Rate
  /** Whose demand is solved, of all who said whether it is; "partly" is not solved. */
  resolution: Rate
  /** Who was treated courteously, of those who said whether they were. */
  satisfaction: Rate
  /** Who could be asked, of all whom somebody tried to ask. */
  reached: Rate
}

const rate = (count: number, of: number): Rate => ({ count, of, share: of === 0 ? null : count / of })

const yes = (answers: readonly ('yes' | 'no' | 'unsaid')[]): Rate => {
  const said = answers.filter((answer) => answer !== 'unsaid')
  return rate(said.filter((answer) => answer === 'yes').length, said.length)
}

/** Counts what citizens said when they were asked, and nothing that a handling body says of itself. */
export function rates(cases: readonly Pick<TicketCase, 'visit' | 'unreached'>[]): Rates {
  const said = cases.flatMap(({ visit }) => (visit === null || visit.solved === 'unreached' ? [] : [visit]))
  const tried = cases.filter(({ visit, unreached }) => visit !== null || unreached > 0)
  return {
    response: yes(said.map(({ contacted }) => contacted)),
    resolution: rate(said.filter(({ solved }) => solved === 'yes').length, said.length),
    satisfaction: yes(said.map(({ courteous }) => courteous)),
    reached: rate(said.length, tried.length),
  }
}
