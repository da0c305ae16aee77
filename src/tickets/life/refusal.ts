import { phrase, type Phrase } from '../../core/phrase.ts'
import type { TicketCase } from '../../core/ticket-life.ts'

/** Why something cannot be done, in words for whoever wanted it. */
export interface Refusal {
  refused: Phrase
}

/** `why` stands under ticket.refused in the phrases. */
export const refuse = (why: string, values: Readonly<Record<string, string>> = {}): Refusal => ({
  refused: phrase(`ticket.refused.${why}`, values),
})

export const refuseState = ({ state, number }: TicketCase): Refusal => refuse(`state.${state}`, { number })
