import type { Region } from './region.ts'
import type { Incident, TicketCase, TicketEvent } from './ticket-life.ts'
import type { Attachment, TicketState } from './ticket.ts'

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
  /** Something has happened to it since then. */
  changedSince?: Date
  supervised?: boolean
  breached?: boolean
  /** Words, parted by spaces, that all stand in the subject line or the description. Of a long text the first 200 characters count. */
  words?: string
  /** `due`: what has to be replied to soonest comes first, what has no due date last. */
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
  /**
   * Adds events and stores what the ticket has become. Throws StaleTicket where `before` is not the number of events that it has.
   * `lookAt` is when a sweep is to look at it next (reminder, due date, next escalation, end of a pause or of an objection's time), null
   * while nothing waits. Without events only that moment is moved.
   */
  append(change: {
    before: number
    events: readonly TicketEvent[]
    now: TicketCase
    lookAt: Date | null
  }): Promise<void>
  search(query: TicketQuery): Promise<TicketPage>
  /** Demands whose `lookAt` has come at `at`, the earliest first. A demand just filed is to be looked at from then on. */
  pending(at: Date, limit: number): Promise<readonly TicketCase[]>
  /**
   * Demands filed since then by the same person, or with the same subject in a place that holds this one, lies in it or is not
   * known: what a new one
   * may repeat, the newest first. `contact` is a telephone number or an electronic address, however written.
   */
  alike(demand: {
    conversation: string
    contact: string | null
    region: Region | null
    subject: string | null
    since: Date
    limit: number
  }): Promise<readonly TicketCase[]>
  incident(id: string): Promise<Incident | null>
  /** One that is open already stays as it is. */
  openIncident(incident: Omit<Incident, 'tickets'>): Promise<void>
  /** A file that came with a demand or was added to it later, and the demand's number. */
  attachment(id: string): Promise<{ ticket: string; attachment: Attachment } | null>
}
