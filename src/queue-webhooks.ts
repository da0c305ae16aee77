import type { Store } from './core/store.ts'
import type { TicketChange } from './tickets/tell-change.ts'
import { tellDepartments } from './tickets/tell-departments.ts'

/**
 * Queues what departments' systems are told of a change, in the store of the transaction that records it. A message says what happened and
 * where to read more, and nothing that a person wrote: it may lie in a queue of somebody else's for days.
 */
export async function queueWebhooks(
  { webhooks }: Pick<Store, 'webhooks'>,
  { before, events, now }: TicketChange,
): Promise<void> {
  const { number, state, version, subject, term, due, assignment, urged, supervised } = now
  const { lead, coHandling } = assignment ?? { lead: null, coHandling: [] }
  const ticket = { number, state, version, subject, term, due, lead, coHandling, urged, supervised }
  for (const { department, type, event, sequence, facts } of tellDepartments({ before, events })) {
    const data = {
      department,
      ticket,
      event: { sequence, kind: event.kind, at: event.at, by: event.by.role, ...facts },
      path: `/departments/v1/tickets/${number}`,
    }
    const id = `evt_${number}_${sequence}_${department.replaceAll('.', '-')}`
    await webhooks.queue(department, { id, type, at: event.at, data: JSON.stringify(data) })
  }
}
