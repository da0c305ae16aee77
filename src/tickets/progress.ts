import type { BodyName, CitizenAction, TicketProgress, TicketStage } from '../core/ticket-progress.ts'
import { ticketStages } from '../core/ticket-progress.ts'
import type { TicketCase, TicketEvent, TicketEventKind } from '../core/ticket-life.ts'
import { isOpen } from './life/may-do.ts'
import { mayReopen } from './life/may-reopen.ts'
import type { Setting } from './life/setting.ts'

/** What each event reaches. */
const reaches: Partial<Record<TicketEventKind, TicketStage>> = {
  filed: 'filed',
  accepted: 'accepted',
  dispatched: 'dispatched',
  taken: 'in-progress',
  'objection-refused': 'in-progress',
  replied: 'replied',
  visited: 'visited',
  closed: 'closed',
}

/** How far each event that leads back leads back: the stages after it are yet to come again. */
const leadsBack: Partial<Record<TicketEventKind, TicketStage>> = {
  'objection-upheld': 'accepted',
  dispatched: 'dispatched',
  reworked: 'in-progress',
  reopened: 'in-progress',
}

function stagesOf(history: readonly TicketEvent[]): TicketProgress['stages'] {
  const reached = new Map<TicketStage, Date>()
  for (const event of history) {
    const back = leadsBack[event.kind]
    if (back !== undefined)
      for (const later of ticketStages.slice(ticketStages.indexOf(back) + 1)) reached.delete(later)
    // A call that reached nobody has asked nobody.
    if (event.kind === 'visited' && event.visit.solved === 'unreached') continue
    const stage = reaches[event.kind]
    if (stage !== undefined) reached.set(stage, event.at)
  }
  return ticketStages.map((stage) => ({ stage, at: reached.get(stage) ?? null }))
}

function actionsOf({ state, visit, closedAs, term }: TicketCase, again: boolean): readonly CitizenAction[] {
  const can: Readonly<Record<CitizenAction, boolean>> = {
    urge: isOpen({ state }) && state !== 'replied' && state !== 'visited',
    withdraw: isOpen({ state }) && term !== 'danger',
    supplement: isOpen({ state }),
    visit: state === 'replied' || (state === 'closed' && closedAs === 'unreached'),
    rate: visit !== null && visit.courteous === 'unsaid' && (state === 'closed' || state === 'visited'),
    reopen: again && term !== null,
  }
  const every: readonly CitizenAction[] = ['urge', 'withdraw', 'supplement', 'visit', 'rate', 'reopen']
  return every.filter((action) => can[action])
}

export interface ProgressSetting extends Pick<Setting, 'rules' | 'calendar' | 'now'> {
  nameOf: (body: string) => BodyName
  secretOf: (number: string) => string
}

/** How a demand stands, for its citizen. */
export function progressOf(
  ticket: TicketCase,
  history: readonly TicketEvent[],
  { nameOf, secretOf, ...setting }: ProgressSetting,
): TicketProgress {
  const { number, state, draft, filedAt, due, repliedAt, paused, assignment, reworks } = ticket
  return {
    number,
    state,
    title: draft.subject,
    filedAt,
    due,
    late: isOpen({ state }) && due !== null && repliedAt === null && paused === null && due < setting.now,
    pausedUntil: paused?.until ?? null,
    body: assignment === null ? null : nameOf(assignment.lead),
    stages: stagesOf(history),
    replies: history.flatMap((event) =>
      event.kind === 'replied'
        ? [{ at: event.at, body: nameOf(event.by.id), text: event.text, attachments: event.attachments }]
        : [],
    ),
    reworks,
    endedAs: state === 'withdrawn' || state === 'transferred' ? state : ticket.closedAs,
    actions: actionsOf(ticket, mayReopen(ticket, setting)),
    secret: secretOf(number),
  }
}
