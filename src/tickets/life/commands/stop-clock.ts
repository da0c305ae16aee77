import type { TicketCase } from '../../../core/ticket-life.ts'
import { resumedDue, termOf } from '../due-date.ts'
import type { Handlers } from '../handler.ts'
import { isBlank } from '../is-blank.ts'
import { refuse, type Refusal } from '../refusal.ts'
import type { Setting } from '../setting.ts'

/** Null where anything may be asked for at all. */
function checkAsking({ number, paused, asked, due }: TicketCase, reason: string, now: Date): Refusal | null {
  if (isBlank(reason)) return refuse('no-reason')
  if (paused !== null) return refuse('paused', { number })
  if (asked !== null) return refuse('asked-already', { number })
  return due === null || now >= due ? refuse('overdue', { number }) : null
}

/** How far a pause that begins now, or an extension of the present due date, may reach. */
const furthest = (kind: 'pause' | 'extension', ticket: TicketCase, { rules, calendar, now }: Setting): Date =>
  kind === 'pause' ? calendar.add(now, rules.pause.longest) : calendar.add(ticket.due ?? now, termOf(rules, ticket))

/** The clock of a demand stops or moves only here: asked by the body that has it, granted by a reviewer, within the rules. */
export const stopClock: Handlers<'ask-pause' | 'ask-extension' | 'approve' | 'refuse-asking' | 'resume'> = {
  'ask-pause'({ reason, until }, ticket, setting) {
    const problem = checkAsking(ticket, reason, setting.now)
    if (problem !== null) return problem
    if (until <= setting.now) return refuse('until-past')
    if (until > furthest('pause', ticket, setting)) return refuse('pause-too-long')
    return [{ kind: 'pause-asked', reason, until }]
  },
  'ask-extension'({ reason, until }, ticket, setting) {
    const { number, extensions, due } = ticket
    const problem = checkAsking(ticket, reason, setting.now)
    if (problem !== null) return problem
    if (extensions >= setting.rules.extension.most) return refuse('extended-already', { number })
    if (due === null || until <= due) return refuse('until-past')
    if (until > furthest('extension', ticket, setting)) return refuse('extension-too-long')
    return [{ kind: 'extension-asked', reason, until }]
  },
  approve({ until: atMost }, ticket, setting) {
    const { number, asked, due } = ticket
    const { now } = setting
    if (asked === null || due === null) return refuse('nothing-asked', { number })
    const until = atMost !== null && atMost < asked.until ? atMost : asked.until
    if (until <= now) return refuse('until-past')
    if (asked.kind === 'extension') return until > due ? [{ kind: 'extended', due: until }] : refuse('until-past')
    // What is late cannot be stopped: it stays late, and the body asks for an extension before it is.
    return now >= due ? refuse('overdue', { number }) : [{ kind: 'paused', until }]
  },
  'refuse-asking'({ note }, { asked, number }) {
    if (asked === null) return refuse('nothing-asked', { number })
    return isBlank(note) ? refuse('no-reason') : [{ kind: 'asking-refused', note }]
  },
  resume(_, ticket, setting) {
    const due = resumedDue(setting, ticket, setting.now)
    if (ticket.paused === null || due === null) return refuse('not-paused', { number: ticket.number })
    return [{ kind: 'resumed', due }]
  },
}
