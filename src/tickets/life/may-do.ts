import type { Actor, TicketCase } from '../../core/ticket-life.ts'
import { openStates, type TicketState } from '../../core/ticket.ts'
import type { CommandKind, TicketCommand } from '../../core/ticket-command.ts'
import { refuse, refuseState, type Refusal } from './refusal.ts'

type Role = Actor['role']

const open: readonly TicketState[] = openStates
const handled: readonly TicketState[] = ['dispatched', 'in-progress']
const desk: readonly Role[] = ['operator', 'reviewer', 'leader']
const review: readonly Role[] = ['reviewer', 'leader']
const body: readonly Role[] = ['department']

/** Who may do what, and in which states it makes sense. */
const table: Readonly<Record<CommandKind, { roles: readonly Role[]; states: readonly TicketState[] }>> = {
  accept: { roles: ['assistant', ...desk], states: ['filed'] },
  reclassify: { roles: desk, states: ['accepted', ...handled] },
  dispatch: { roles: ['assistant', ...desk], states: ['accepted'] },
  redispatch: { roles: desk, states: handled },
  take: { roles: body, states: ['dispatched'] },
  object: { roles: body, states: ['dispatched'] },
  'uphold-objection': { roles: review, states: ['objected'] },
  'refuse-objection': { roles: review, states: ['objected'] },
  'ask-pause': { roles: body, states: handled },
  'ask-extension': { roles: body, states: handled },
  approve: { roles: review, states: handled },
  'refuse-asking': { roles: review, states: handled },
  resume: { roles: [...body, ...review], states: handled },
  reply: { roles: body, states: handled },
  // Whether it is solved says the citizen, there or in the operator's call-back: never the body, never its superiors.
  visit: { roles: ['citizen', 'operator'], states: ['replied', 'visited', 'closed'] },
  rate: { roles: ['citizen', 'operator'], states: ['in-progress', 'replied', 'visited', 'closed'] },
  rework: { roles: desk, states: ['visited'] },
  close: { roles: desk, states: ['visited'] },
  reopen: { roles: ['citizen', 'operator'], states: ['closed', 'withdrawn'] },
  withdraw: { roles: ['citizen', 'operator'], states: open },
  transfer: { roles: ['assistant', ...desk], states: open },
  supplement: { roles: ['citizen', 'assistant', ...desk, ...body], states: open },
  urge: { roles: ['citizen', ...desk], states: open },
  supervise: { roles: review, states: open },
  join: { roles: ['assistant', ...desk], states: [...open, 'closed'] },
  part: { roles: desk, states: [...open, 'closed', 'withdrawn', 'transferred'] },
  repeat: { roles: ['citizen', 'assistant', 'operator'], states: open },
  'undo-repeat': { roles: ['citizen', ...desk], states: [...open, 'closed', 'withdrawn', 'transferred'] },
}

/** Roles that have words of their own for what is not theirs to do. */
const worded: ReadonlySet<CommandKind> = new Set(['visit', 'close', 'approve', 'uphold-objection', 'refuse-objection'])

const isHandlers = ({ assignment }: TicketCase, { role, id }: Actor, kind: CommandKind) =>
  role !== 'department' ||
  assignment?.lead === id ||
  (kind === 'supplement' && assignment?.coHandling.includes(id) === true)

/** Null where this person may do it to a demand in this state. */
export function mayDo({ kind, by }: TicketCommand, ticket: TicketCase): Refusal | null {
  const { roles, states } = table[kind]
  const { number } = ticket
  if (!roles.includes(by.role)) return refuse(worded.has(kind) ? `role.${kind}` : 'role', { number })
  // Whose it is comes before what state it is in: a body learns nothing of demands that it does not have.
  if (!isHandlers(ticket, by, kind)) return refuse('not-yours', { number })
  return states.includes(ticket.state) ? null : refuseState(ticket)
}

/** Whether anything is still to be done. */
export const isOpen = ({ state }: Pick<TicketCase, 'state'>): boolean => open.includes(state)
