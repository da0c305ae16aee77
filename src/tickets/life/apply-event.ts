import type { Ticket, TicketState } from '../../core/ticket.ts'
import { justFiled, type Escalation, type TicketCase, type TicketEvent } from '../../core/ticket-life.ts'

/** The case of a demand just filed. */
export function startCase({
  number,
  conversation,
  filedAt,
  draft,
}: Omit<Ticket, 'kind' | 'state' | 'reason'>): TicketCase {
  return { ...justFiled, number, kind: 'ticket', conversation, filedAt, state: 'filed', draft, reason: null }
}

/** What a case becomes by an event. It never refuses: what has happened has happened. */
export function applyEvent(ticket: TicketCase, event: TicketEvent): TicketCase {
  if (event.kind === 'filed') return startCase(ticket)
  return { ...ticket, ...changeOf(ticket, event), version: ticket.version + 1 }
}

/** The case that a whole history adds up to. */
export const replay = (
  ticket: Omit<Ticket, 'kind' | 'state' | 'reason'>,
  history: readonly TicketEvent[],
): TicketCase => history.reduce(applyEvent, startCase(ticket))

type Later = Exclude<TicketEvent, { kind: 'filed' }>
type Change = Partial<TicketCase>

/** No body has it any more, and nothing that it asked for waits. */
const unassigned: Change = { assignment: null, dispatchedAt: null, asked: null, paused: null }
const working: Change = { state: 'in-progress', paused: null, asked: null }

function changeOf(ticket: TicketCase, event: Later): Change {
  switch (event.kind) {
    case 'accepted':
      return { state: 'accepted', subject: event.subject, term: event.term, due: event.due, advice: event.advice }
    case 'reclassified':
      return { subject: event.subject, term: event.term, due: event.due }
    case 'dispatched':
      return {
        state: 'dispatched',
        ...unassigned,
        assignment: event.assignment,
        dispatchedAt: event.at,
        due: event.due,
      }
    case 'taken':
      return { state: 'in-progress' }
    case 'objected': {
      const { reason, line, decideBy } = event
      return { state: 'objected', asked: null, objection: { reason, line, by: event.by.id, decideBy } }
    }
    case 'objection-upheld':
      return { state: 'accepted', ...unassigned, objection: null, bounces: ticket.bounces + 1 }
    case 'objection-refused':
      return { state: 'in-progress', objection: null }
    case 'objection-lapsed':
      return { objection: null }
    case 'pause-asked':
    case 'extension-asked':
    case 'paused':
    case 'resumed':
    case 'extended':
    case 'asking-refused':
      return clockChange(ticket, event)
    case 'replied':
      return { state: 'replied', asked: null, paused: null, repliedAt: event.at, unreached: 0, calledAt: null }
    case 'visited':
    case 'rated':
    case 'reworked':
    case 'closed':
    case 'reopened':
    case 'withdrawn':
    case 'transferred':
      return endingChange(ticket, event)
    default:
      return besideChange(ticket, event)
  }
}

type ClockEvent = Extract<
  Later,
  { kind: 'pause-asked' | 'extension-asked' | 'paused' | 'resumed' | 'extended' | 'asking-refused' }
>

function clockChange(ticket: TicketCase, event: ClockEvent): Change {
  switch (event.kind) {
    case 'pause-asked':
      return { asked: { kind: 'pause', reason: event.reason, until: event.until } }
    case 'extension-asked':
      return { asked: { kind: 'extension', reason: event.reason, until: event.until } }
    case 'paused':
      return { asked: null, paused: { since: event.at, until: event.until } }
    case 'resumed':
      return { paused: null, due: event.due }
    case 'extended':
      return { asked: null, due: event.due, extensions: ticket.extensions + 1 }
    case 'asking-refused':
      return { asked: null }
  }
}

type EndingEvent = Extract<
  Later,
  { kind: 'visited' | 'rated' | 'reworked' | 'closed' | 'reopened' | 'withdrawn' | 'transferred' }
>

function endingChange(ticket: TicketCase, event: EndingEvent): Change {
  switch (event.kind) {
    case 'visited': {
      // A call that reached nobody says nothing: what was said before stands, and the demand waits for the next call.
      if (event.visit.solved === 'unreached') return { unreached: ticket.unreached + 1, calledAt: event.at }
      return { state: 'visited', visit: event.visit, unreached: 0, calledAt: event.at, closedAt: null, closedAs: null }
    }
    case 'rated': {
      const { courteous, contacted } = event
      return ticket.visit === null ? {} : { visit: { ...ticket.visit, courteous, contacted } }
    }
    case 'reworked':
      return { ...working, due: event.due, reworks: ticket.reworks + 1, repliedAt: null }
    case 'closed':
      return { state: 'closed', closedAt: event.at, closedAs: event.as }
    case 'reopened':
      return reopened(ticket, event)
    case 'withdrawn':
    case 'transferred':
      return { state: event.kind, asked: null, paused: null, closedAt: event.at, closedAs: null }
  }
}

/** Whoever reopens says that it is not solved: an earlier "yes" does not outlive that. */
function reopened(ticket: TicketCase, event: Extract<Later, { kind: 'reopened' }>): Change {
  const state: TicketState = ticket.assignment === null ? 'accepted' : 'in-progress'
  const { courteous, contacted } = ticket.visit ?? { courteous: 'unsaid', contacted: 'unsaid' }
  const visit = { solved: 'no', courteous, contacted, note: event.reason } as const
  const ended = { closedAt: null, closedAs: null, repliedAt: null, unreached: 0, calledAt: null }
  return {
    state,
    due: event.due,
    reopens: ticket.reopens + 1,
    ...ended,
    visit: ticket.state === 'closed' ? visit : ticket.visit,
  }
}

type BesideEvent = Exclude<
  Later,
  | ClockEvent
  | EndingEvent
  | { kind: 'accepted' | 'reclassified' | 'dispatched' | 'taken' | 'replied' }
  | { kind: 'objected' | 'objection-upheld' | 'objection-refused' | 'objection-lapsed' }
>

const raise = (escalated: readonly Escalation[], { of, due, level }: Escalation): readonly Escalation[] => [
  ...escalated.filter((each) => each.of !== of),
  { of, due, level },
]

/** What happens beside the way from filing to closing. */
function besideChange(ticket: TicketCase, event: BesideEvent): Change {
  switch (event.kind) {
    case 'supplemented':
      return {}
    case 'urged':
      return { urged: ticket.urged + 1 }
    case 'supervised':
      return { supervised: true }
    case 'reminded':
      return { reminded: event.at }
    case 'breached':
      return {
        escalated: raise(ticket.escalated, event),
        breached: ticket.breached + (event.of === 'reply' ? 1 : 0),
      }
    case 'joined':
      return { incident: event.incident }
    case 'parted':
      return { incident: null }
    case 'repeated':
      return { repeats: [...new Set([...ticket.repeats, event.conversation])] }
    case 'repeat-undone':
      return { repeats: ticket.repeats.filter((each) => each !== event.conversation) }
  }
}
