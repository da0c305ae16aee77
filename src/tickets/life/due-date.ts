import type { Term } from '../../core/dispatch.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import { termDuration, urgencyOrder, type Deadlines } from '../deadlines.ts'
import type { Duration } from '../duration.ts'
import type { Setting } from './setting.ts'

type Counting = Pick<Setting, 'rules' | 'calendar'>

/** By when a demand is to be replied to: counted from its filing, however long it waited to be accepted. */
export const firstDue = (
  { rules, calendar }: Counting,
  { filedAt }: TicketCase,
  term: Term,
  subject: string | null,
): Date => calendar.add(filedAt, termDuration(rules, term, subject))

/** By when another try is due. */
export const reworkDue = ({ rules, calendar, now }: Setting, { term }: TicketCase): Date =>
  calendar.add(now, rules.rework.terms[term ?? 'ordinary'])

const later = (one: Date, other: Date) => (one > other ? one : other)
const sooner = (one: Date, other: Date) => (one < other ? one : other)

/**
 * The due date after a change of term. What turns out more urgent has its new time from now on, since nobody could know before, and never
 * more than it had; what turns out less so has it from its filing, and never less than it had.
 */
export function reclassifiedDue(setting: Setting, ticket: TicketCase, term: Term, subject: string | null): Date {
  const { rules, calendar, now } = setting
  const due = ticket.due ?? firstDue(setting, ticket, term, subject)
  if (ticket.term === null || (term === ticket.term && subject === ticket.subject)) return due
  const moreUrgent = urgencyOrder.indexOf(term) < urgencyOrder.indexOf(ticket.term)
  if (moreUrgent) return sooner(due, calendar.add(now, termDuration(rules, term, subject)))
  if (term === ticket.term || ticket.reworks + ticket.reopens > 0) return due
  return later(due, firstDue(setting, ticket, term, subject))
}

export const termOf = (rules: Deadlines, { term, subject }: TicketCase): Duration =>
  termDuration(rules, term ?? 'ordinary', subject)

/**
 * The due date once a pause ends, at the latest when it was to end. It is never before that end: a pause outside office hours moves no working
 * time, and yet nothing can have become late in it.
 */
export function resumedDue({ rules, calendar }: Counting, ticket: TicketCase, end: Date): Date | null {
  const { due, paused } = ticket
  if (due === null || paused === null) return due
  const until = sooner(end, paused.until)
  return later(until, calendar.afterPause(due, { since: paused.since, until }, termOf(rules, ticket).unit))
}
