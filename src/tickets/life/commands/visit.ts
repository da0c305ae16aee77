import type { Ending, TicketCase, Visit } from '../../../core/ticket-life.ts'
import { reworkDue } from '../due-date.ts'
import type { Handlers } from '../handler.ts'
import { isBlank } from '../is-blank.ts'
import { mayReopen } from '../may-reopen.ts'
import { refuse, refuseState } from '../refusal.ts'
import type { Answer, EventBody, Setting } from '../setting.ts'

function reachNobody(visit: Visit, ticket: TicketCase, { rules, calendar, now }: Setting): Answer {
  if (ticket.state !== 'replied') return refuseState(ticket)
  const { number, calledAt, unreached } = ticket
  if (calledAt !== null && now < calendar.add(calledAt, rules.visit.apart)) return refuse('called-just-now', { number })
  const visited: EventBody = { kind: 'visited', visit }
  const last = unreached + 1 >= rules.visit.calls
  return last ? [visited, { kind: 'closed', as: 'unreached', note: '' }] : [visited]
}

/** "No" goes back to the body at once; after too many tries a reviewer decides what becomes of it. */
function notSolved(visit: Visit, ticket: TicketCase, setting: Setting): Answer {
  const visited: EventBody = { kind: 'visited', visit }
  const again = visit.solved === 'no' && ticket.reworks < setting.rules.rework.most
  return again ? [visited, { kind: 'reworked', due: reworkDue(setting, ticket), note: visit.note }] : [visited]
}

/** Somebody whom no call had reached speaks up after all. */
function speakAfterClosing(visit: Visit, ticket: TicketCase, setting: Setting): Answer {
  const visited: EventBody = { kind: 'visited', visit }
  if (visit.solved === 'yes') return [visited, { kind: 'closed', as: 'solved', note: '' }]
  return mayReopen(ticket, setting)
    ? notSolved(visit, ticket, setting)
    : refuse('reopening-over', { number: ticket.number })
}

const endings: Readonly<Record<'yes' | 'partly' | 'no', Ending>> = { yes: 'solved', partly: 'partly', no: 'unsolved' }

/** Whether it is solved, and what follows from that. */
export const visit: Handlers<'visit' | 'rate' | 'rework' | 'close' | 'reopen'> = {
  visit({ visit, by }, ticket, setting) {
    const { state, closedAs } = ticket
    if (visit.solved === 'unreached')
      return by.role === 'operator'
        ? reachNobody(visit, ticket, setting)
        : refuse('role.visit', { number: ticket.number })
    if (state === 'closed')
      return closedAs === 'unreached' ? speakAfterClosing(visit, ticket, setting) : refuseState(ticket)
    // What the citizen has said can be taken back by the citizen alone, not by the next call.
    if (state === 'visited' && by.role !== 'citizen') return refuseState(ticket)
    if (visit.solved !== 'yes') return notSolved(visit, ticket, setting)
    return [
      { kind: 'visited', visit },
      { kind: 'closed', as: 'solved', note: '' },
    ]
  },
  rate({ courteous, contacted }, { visit: said, number }) {
    if (said === null || said.solved === 'unreached') return refuse('not-visited', { number })
    // What was said stands; only what was left unsaid can be added.
    const added = {
      courteous: said.courteous === 'unsaid' ? courteous : said.courteous,
      contacted: said.contacted === 'unsaid' ? contacted : said.contacted,
    }
    const same = added.courteous === said.courteous && added.contacted === said.contacted
    return same ? refuse('rated-already', { number }) : [{ kind: 'rated', ...added }]
  },
  rework: ({ note }, ticket, setting) =>
    isBlank(note) ? refuse('no-reason') : [{ kind: 'reworked', due: reworkDue(setting, ticket), note }],
  close({ note, by }, ticket, setting) {
    const { number, visit: said, reworks } = ticket
    if (said === null || said.solved === 'unreached') return refuse('not-visited', { number })
    if (said.solved !== 'yes' && isBlank(note)) return refuse('no-reason')
    if (said.solved === 'no' && by.role === 'operator') return refuse('close-unsolved', { number })
    if (said.solved === 'no' && reworks < setting.rules.rework.most) return refuse('rework-first', { number })
    return [{ kind: 'closed', as: endings[said.solved], note }]
  },
  reopen({ reason }, ticket, setting) {
    const { number, term } = ticket
    if (isBlank(reason)) return refuse('no-reason')
    if (term === null || !mayReopen(ticket, setting)) return refuse('reopening-over', { number })
    return [{ kind: 'reopened', reason, due: reworkDue(setting, ticket) }]
  },
}
