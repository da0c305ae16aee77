import type { Catalogue } from '../../core/dispatch.ts'
import type { TicketEvent } from '../../core/ticket-life.ts'
import type { Calendar } from '../calendar/create-calendar.ts'
import type { Deadlines } from '../deadlines.ts'
import type { Refusal } from './refusal.ts'

/** By what, and when, it is decided. */
export interface Setting {
  rules: Deadlines
  calendar: Calendar
  now: Date
  /** The subjects and bodies that there are; null where that is not to be checked. */
  catalogue: Pick<Catalogue, 'subjects' | 'departments'> | null
}

type Body<E> = E extends unknown ? Omit<E, 'at' | 'by' | 'key'> : never

/** An event before it says when and by whom. */
export type EventBody = Body<TicketEvent>

export type Answer = readonly EventBody[] | Refusal

export const isRefusal = (answer: Answer | Refusal | null): answer is Refusal => answer !== null && 'refused' in answer
