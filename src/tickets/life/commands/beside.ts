import type { TicketCase } from '../../../core/ticket-life.ts'
import type { Handlers } from '../handler.ts'
import { isBlank } from '../is-blank.ts'
import { refuse } from '../refusal.ts'
import type { EventBody } from '../setting.ts'

/** What ends a demand leaves no objection undecided behind. */
const lapsed = ({ state }: TicketCase, note: string): readonly EventBody[] =>
  state === 'objected' ? [{ kind: 'objection-lapsed', note }] : []

/** How a demand leaves the hotline without a reply. */
export const leave: Handlers<'withdraw' | 'transfer'> = {
  withdraw({ reason, by }, ticket) {
    // A bare wire stays dangerous when whoever reported it has lost interest.
    if (ticket.term === 'danger' && by.role === 'citizen') return refuse('danger-stays', { number: ticket.number })
    if (isBlank(reason)) return refuse('no-reason')
    return [...lapsed(ticket, 'withdrawn'), { kind: 'withdrawn', reason }]
  },
  transfer({ to, number, context }, ticket) {
    if (isBlank(to)) return refuse('no-lead')
    if (isBlank(context)) return refuse('no-context')
    return [...lapsed(ticket, 'transferred'), { kind: 'transferred', to, number, context }]
  },
}

/** What happens to a demand without moving it on. */
export const beside: Handlers<'supplement' | 'urge' | 'supervise' | 'join' | 'part' | 'repeat' | 'undo-repeat'> = {
  supplement: ({ text, attachments }) =>
    isBlank(text) && attachments.length === 0 ? refuse('no-text') : [{ kind: 'supplemented', text, attachments }],
  urge: ({ text }) => [{ kind: 'urged', text }],
  supervise: ({ note }, { supervised, number }) => {
    if (supervised) return refuse('supervised-already', { number })
    return isBlank(note) ? refuse('no-reason') : [{ kind: 'supervised', note }]
  },
  join({ incident, score }, ticket) {
    if (ticket.incident !== null) return refuse('joined-already', { number: ticket.number })
    return [{ kind: 'joined', incident, score }]
  },
  part({ incident }, ticket) {
    if (ticket.incident !== incident) return refuse('not-joined', { number: ticket.number })
    return [{ kind: 'parted', incident }]
  },
  repeat: ({ conversation, text }) => [{ kind: 'repeated', conversation, text }],
  'undo-repeat'({ conversation }, ticket) {
    if (!ticket.repeats.includes(conversation)) return refuse('not-repeated', { number: ticket.number })
    return [{ kind: 'repeat-undone', conversation }]
  },
}
