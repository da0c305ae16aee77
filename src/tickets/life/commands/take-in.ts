import type { Assignment, TicketCase } from '../../../core/ticket-life.ts'
import { firstDue, reclassifiedDue, resumedDue } from '../due-date.ts'
import type { Handlers } from '../handler.ts'
import { isBlank } from '../is-blank.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { Answer, Setting } from '../setting.ts'

/** Null where the assignment can be made; whether this person may is asked elsewhere. */
export function checkAssignment({ lead, coHandling, reason }: Assignment, { catalogue }: Setting): Refusal | null {
  if (isBlank(lead)) return refuse('no-lead')
  const unknown = [lead, ...coHandling].find((id) => catalogue !== null && !catalogue.departments.has(id))
  if (unknown !== undefined) return refuse('unknown-department', { department: unknown })
  if (coHandling.includes(lead)) return refuse('lead-co-handles')
  return isBlank(reason) ? refuse('no-reason') : null
}

const checkSubject = (subject: string | null, { catalogue }: Setting): Refusal | null =>
  subject !== null && catalogue !== null && !catalogue.subjects.has(subject)
    ? refuse('unknown-subject', { subject })
    : null

/** After the last return only a reviewer names the body. */
const isFinal = ({ bounces }: TicketCase, { rules }: Setting) => bounces >= rules.objection.bounces && bounces > 0

function giveTo(assignment: Assignment, ticket: TicketCase, role: string, setting: Setting): Answer {
  const { number, due } = ticket
  const problem = checkAssignment(assignment, setting)
  if (problem !== null) return problem
  if (isFinal(ticket, setting) && role !== 'reviewer' && role !== 'leader')
    return refuse('reviewer-assigns', { number })
  return due === null ? refuse('state.filed', { number }) : [{ kind: 'dispatched', assignment, due }]
}

export const takeIn: Handlers<'accept' | 'reclassify' | 'dispatch' | 'redispatch'> = {
  accept({ subject, term, advice }, ticket, setting) {
    const problem = checkSubject(subject, setting)
    return problem ?? [{ kind: 'accepted', subject, term, due: firstDue(setting, ticket, term, subject), advice }]
  },
  reclassify({ subject, term, note }, ticket, setting) {
    const problem = checkSubject(subject, setting)
    if (problem !== null) return problem
    if (isBlank(note)) return refuse('no-reason')
    if (ticket.paused !== null) return refuse('paused', { number: ticket.number })
    if (subject === ticket.subject && term === ticket.term) return refuse('same-subject')
    return [{ kind: 'reclassified', subject, term, due: reclassifiedDue(setting, ticket, term, subject), note }]
  },
  dispatch({ assignment, by }, ticket, setting) {
    // A rule gives a demand only to whom the catalogue names; anybody else is a person's decision.
    if (by.role === 'assistant' && ticket.advice?.lead !== assignment.lead)
      return refuse('unsure', { number: ticket.number })
    return giveTo(assignment, ticket, by.role, setting)
  },
  redispatch({ assignment, by }, ticket, setting) {
    const same = ticket.assignment?.lead === assignment.lead
    const alike = same && String(ticket.assignment?.coHandling) === String(assignment.coHandling)
    if (alike) return refuse('same-department')
    // Another body's clock must run: it asked for no pause.
    const due = resumedDue(setting, ticket, setting.now)
    const given = giveTo(assignment, { ...ticket, due }, by.role, setting)
    if ('refused' in given || ticket.paused === null || due === null) return given
    return [{ kind: 'resumed', due }, ...given]
  },
}
