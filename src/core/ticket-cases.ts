import type { Region } from './region.ts'
import type { Incident, TicketCase, TicketEvent } from './ticket-life.ts'
import type { TicketState } from './ticket.ts'

/** Which tickets to list; what is left out narrows nothing. */
export interface TicketQuery {
  states?: readonly TicketState[]
  /** Lead or co-handling. */
  department?: string
  /** Six digits, or the first two or four of a large or middle class. */
  subject?: string
  /** Places in and under this one. */
  region?: Region
  conversation?: string
  incident?: string
  filedFrom?: Date
  filedBefore?: Date
  dueBefore?: Date
  supervised?: boolean
  breached?: boolean
  /** Words that stand in the subject line or the description. */
  words?: string
  order: 'newest' | 'due'
  limit: number
  /** What the page before ended with. */
  after?: string
}

export interface TicketPage {
  tickets: readonly TicketCase[]
  /** For the next page; null on the last. */
  next: string | null
}

/** The life of filed demands. */
export interface TicketCases {
  /** A demand with all that happened to it; null for a handover and for an unknown number. */
  case(number: string): Promise<TicketCase | null>
  history(number: string): Promise<readonly TicketEvent[]>
  /** Adds events and stores what the ticket has become. Throws StaleTicket where it has more events than `version`. */
  append(change: { before: number; events: readonly TicketEvent[]; now: TicketCase }): Promise<void>
  search(query: TicketQuery): Promise<TicketPage>
  /** Demands that wait and whose due date, pause, reminder or objection has come before `at`: what a sweep looks at, the earliest first. */
  pending(at: Date, limit: number): Promise<readonly TicketCase[]>
  /** Demands filed since then by the same person, or in the same place with the same subject: what a new one may repeat. */
  alike(demand: {
    conversation: string
    contact: string | null
    region: Region | null
    subject: string | null
    since: Date
    limit: number
  }): Promise<readonly TicketCase[]>
  incident(id: string): Promise<Incident | null>
  openIncident(incident: Omit<Incident, 'tickets'>): Promise<void>
}
