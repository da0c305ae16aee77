import { resumedDue } from '../due-date.ts'
import type { Handlers } from '../handler.ts'
import { isBlank } from '../is-blank.ts'
import { refuse } from '../refusal.ts'
import type { EventBody } from '../setting.ts'
import { checkAssignment } from './take-in.ts'

/** What the body does that has the demand, and how its objection is decided. */
export const handle: Handlers<'take' | 'object' | 'uphold-objection' | 'refuse-objection' | 'reply'> = {
  take: () => [{ kind: 'taken' }],
  object({ reason, line }, ticket, { rules, calendar, now }) {
    const { number, bounces, dispatchedAt, paused } = ticket
    if (bounces >= rules.objection.bounces) return refuse('bounces', { number, times: String(bounces) })
    if (paused !== null) return refuse('paused', { number })
    if (isBlank(reason) || isBlank(line)) return refuse('no-duty-line')
    if (dispatchedAt === null || now > calendar.add(dispatchedAt, rules.objection.within))
      return refuse('objection-late', { number })
    return [{ kind: 'objected', reason, line, decideBy: calendar.add(now, rules.objection.decide) }]
  },
  'uphold-objection'({ note, assignment }, ticket, setting) {
    if (isBlank(note)) return refuse('no-reason')
    const upheld: EventBody = { kind: 'objection-upheld', note }
    // The last return that there can be: the reviewer names the body here and now, and it cannot object.
    const last = ticket.bounces + 1 >= setting.rules.objection.bounces
    if (assignment === null) return last ? refuse('must-assign', { number: ticket.number }) : [upheld]
    const problem = checkAssignment(assignment, setting)
    if (problem !== null) return problem
    if (assignment.lead === ticket.objection?.by) return refuse('same-department')
    return ticket.due === null ? [upheld] : [upheld, { kind: 'dispatched', assignment, due: ticket.due }]
  },
  'refuse-objection': ({ note }) => (isBlank(note) ? refuse('no-reason') : [{ kind: 'objection-refused', note }]),
  reply({ text, attachments }, ticket, setting) {
    if (isBlank(text)) return refuse('no-text')
    const due = resumedDue(setting, ticket, setting.now)
    const resumed: readonly EventBody[] = ticket.paused === null || due === null ? [] : [{ kind: 'resumed', due }]
    const taken: readonly EventBody[] = ticket.state === 'dispatched' ? [{ kind: 'taken' }] : []
    return [...resumed, ...taken, { kind: 'replied', text, attachments }]
  },
}
