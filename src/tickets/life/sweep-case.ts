import type { Actor, Escalation, TicketCase, TicketEvent, Watch } from '../../core/ticket-life.ts'
import type { Deadlines } from '../deadlines.ts'
import { applyEvent } from './apply-event.ts'
import { resumedDue } from './due-date.ts'
import type { EventBody, Setting } from './setting.ts'

/** A limit that is running. */
export interface RunningLimit {
  of: Watch
  due: Date
  escalation: Deadlines['acceptance']['escalation']
}

type Sight = Pick<Setting, 'rules' | 'calendar'>

/** What is waited for in a demand, and until when. In a pause only its end is waited for; in what is over, nothing. */
export function runningLimits(ticket: TicketCase, { rules, calendar }: Sight): readonly RunningLimit[] {
  const { state, due, objection, paused, filedAt } = ticket
  if (paused !== null) return []
  switch (state) {
    case 'filed': {
      const { within, escalation } = rules.acceptance
      return [{ of: 'acceptance', due: calendar.add(filedAt, within), escalation }]
    }
    case 'accepted':
    case 'dispatched':
    case 'in-progress':
    case 'objected': {
      const reply =
        due === null ? [] : [{ of: 'reply' as const, due, escalation: rules.escalation[ticket.term ?? 'ordinary'] }]
      // While an objection is reviewed, the clock for the reply runs on.
      const { escalation } = rules.objection
      const review = objection === null ? [] : [{ of: 'review' as const, due: objection.decideBy, escalation }]
      return [...reply, ...review]
    }
    case 'replied':
    case 'visited': {
      const since = ticket.calledAt ?? ticket.repliedAt ?? filedAt
      const { within, escalation } = rules.visit
      return [{ of: 'visit', due: calendar.add(since, within), escalation }]
    }
    case 'closed':
    case 'withdrawn':
    case 'transferred':
      return []
  }
}

/** When the levels of a limit are reached, in order. */
const levelsOf = ({ due, escalation }: RunningLimit, calendar: Sight['calendar']): readonly Date[] =>
  escalation.map(({ after }) => (after.count === 0 ? due : calendar.add(due, after)))

const remindersOf = (limit: RunningLimit, ticket: TicketCase, { rules, calendar }: Sight): readonly Date[] =>
  limit.of === 'reply'
    ? rules.reminders[ticket.term ?? 'ordinary'].map((ahead) => calendar.before(limit.due, ahead))
    : []

const reached = (escalated: readonly Escalation[], { of, due }: RunningLimit) =>
  escalated.find((each) => each.of === of && each.due.getTime() === due.getTime())?.level ?? 0

function eventOf(limit: RunningLimit, ticket: TicketCase, setting: Setting): EventBody | null {
  const { now, calendar } = setting
  const { of, due } = limit
  if (now >= due) {
    const level = levelsOf(limit, calendar).filter((at) => at <= now).length
    return level > reached(ticket.escalated, limit) ? { kind: 'breached', of, due, level } : null
  }
  const { reminded } = ticket
  const owed = remindersOf(limit, ticket, setting).some((at) => at <= now && (reminded === null || reminded < at))
  return owed ? { kind: 'reminded', of, due } : null
}

const byClock: Actor = { role: 'clock', id: 'deadlines' }

/**
 * What time itself brings to a demand: the end of a pause, a reminder, a limit that ran out, with the level it has reached. Where nobody
 * looked for a while only the highest level is raised. Once these events are added, another look at the same moment brings none.
 */
export function sweepCase(ticket: TicketCase, setting: Setting): readonly TicketEvent[] {
  const at = (body: EventBody): TicketEvent => ({ ...body, at: setting.now, by: byClock })
  const { paused } = ticket
  const due = paused !== null && setting.now >= paused.until ? resumedDue(setting, ticket, paused.until) : null
  const resumed = due === null ? [] : [at({ kind: 'resumed', due })]
  const running = resumed.reduce(applyEvent, ticket)
  const owed = runningLimits(running, setting).flatMap((limit) => {
    const event = eventOf(limit, running, setting)
    return event === null ? [] : [at(event)]
  })
  return [...resumed, ...owed]
}

/** When to look at a demand next; null where nothing is waited for. */
export function nextLook(ticket: TicketCase, setting: Setting): Date | null {
  if (sweepCase(ticket, setting).length > 0) return setting.now
  if (ticket.paused !== null) return ticket.paused.until
  const moments = runningLimits(ticket, setting).flatMap((limit) => [
    ...remindersOf(limit, ticket, setting),
    ...levelsOf(limit, setting.calendar),
  ])
  const ahead = moments.filter((moment) => moment > setting.now)
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map((moment) => moment.getTime())))
}
