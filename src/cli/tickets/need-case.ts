import type { TicketCase } from '../../core/ticket-life.ts'
import type { Desk } from './with-desk.ts'

/** A demand by its number; throws, in the operator's words, where there is none such. */
export async function needCase({ store, tell }: Pick<Desk, 'store' | 'tell'>, number: string): Promise<TicketCase> {
  const found = await store.cases.case(number)
  if (found !== null) return found
  const handover = await store.tickets.find(number)
  throw new Error(tell(handover === null ? 'operator.tickets.unknown' : 'operator.tickets.is-handover', { number }))
}
