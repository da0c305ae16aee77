import type { TicketCase } from '../../core/ticket-life.ts'
import { isOpen } from '../../tickets/life/may-do.ts'
import type { Desk } from './with-desk.ts'

/** By when a demand is to be replied to, and how much time is left; null where nothing is waited for. */
export function dueWords(
  { words, tell, clock }: Pick<Desk, 'words' | 'tell' | 'clock'>,
  ticket: TicketCase,
): string | null {
  const { due, paused, repliedAt } = ticket
  if (due === null || repliedAt !== null || !isOpen(ticket)) return null
  if (paused !== null) return tell('operator.tickets.due.paused', { until: words.moment(paused.until) })
  const left = due.getTime() - clock().getTime()
  return tell(left >= 0 ? 'operator.tickets.due.left' : 'operator.tickets.due.late', {
    due: words.moment(due),
    span: words.span(left),
  })
}
