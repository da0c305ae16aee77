import type { Phrase } from './phrase.ts'
import type { TicketCommand } from './ticket-command.ts'
import type { TicketCase, TicketEvent } from './ticket-life.ts'

export type OfficeAnswer =
  | { kind: 'done'; ticket: TicketCase; events: readonly TicketEvent[] }
  /** The same command by the same sender under the same key was done before: nothing happens. */
  | { kind: 'repeated'; ticket: TicketCase }
  | { kind: 'refused'; why: Phrase }
  | { kind: 'unknown' }

/** The refusal of a command whose sender had seen another version of the ticket. */
export const changedMeanwhile = 'ticket.refused.changed'

/** Changes demands: everything that happens to one after its filing goes through here. */
export interface TicketOffice {
  /** Does one thing to a demand, in one transaction with what the citizen is told of it. */
  execute(number: string, command: TicketCommand): Promise<OfficeAnswer>
  /** Does the same to every demand of an incident, each for itself: a reply reaches every reporter. */
  executeAll(incident: string, command: TicketCommand): Promise<readonly { number: string; answer: OfficeAnswer }[]>
  /** Takes in a demand that nobody has taken in yet, adds what time has brought, and notes when to look again. */
  look(number: string, signal: AbortSignal): Promise<void>
  /** Notes that a demand is to be looked at again later, whatever is the matter with it. */
  postpone(number: string, until: Date): Promise<void>
}
