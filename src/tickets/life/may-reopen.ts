import type { TicketCase } from '../../core/ticket-life.ts'
import type { Setting } from './setting.ts'

/** Whether a demand that has ended can still be taken up again. */
export function mayReopen(
  { closedAt, reopens }: TicketCase,
  { rules, calendar, now }: Pick<Setting, 'rules' | 'calendar' | 'now'>,
): boolean {
  const { within, most } = rules.reopening
  return closedAt !== null && now <= calendar.add(closedAt, within) && reopens < most
}
