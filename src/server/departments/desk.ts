import type { Attachments } from '../../core/attachments.ts'
import type { Catalogue } from '../../core/dispatch.ts'
import type { FileOwner } from '../../core/files.ts'
import type { Store } from '../../core/store.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import type { TicketOffice } from '../../core/ticket-office.ts'
import { handlersOf } from '../../tickets/tell-departments.ts'
import { refuse } from './refusal.ts'
import type { ShowOptions } from './show-ticket.ts'

/** What the interface works with. */
export interface Desk extends ShowOptions {
  store: Pick<Store, 'cases' | 'files'>
  office: Pick<TicketOffice, 'execute'>
  attachments: Attachments
  catalogue: Catalogue | null
}

/** A ticket that the department leads or takes part in. An unknown one and one of others are the same to it. */
export async function needTicket(
  { store }: Pick<Desk, 'store'>,
  number: string,
  department: string,
): Promise<TicketCase> {
  const ticket = await store.cases.case(number)
  if (ticket === null || !handlersOf(ticket).includes(department)) throw refuse('not-found')
  return ticket
}

/** Files wait under the ticket that they were sent to until a reply or supplement names them. */
export const ownerOf = (department: string, number: string): FileOwner => ({
  kind: 'client',
  id: `department:${department}:${number}`,
})
