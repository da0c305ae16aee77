import type { z } from 'zod'
import type { TicketEvent, TicketEventKind } from '../../core/ticket-life.ts'
import { showAttachment } from './show-attachment.ts'
import type { ticketEvent } from './wire.ts'

type Shown = z.output<typeof ticketEvent>
type Details = Pick<Shown, 'text' | 'line' | 'due' | 'until' | 'attachments' | 'facts'>

/** What a department may know of the time before it had the ticket: what the citizen said, and what it was taken for. */
const before: readonly TicketEventKind[] = ['filed', 'accepted', 'supplemented', 'urged', 'supervised', 'repeated']
/** What the hotline keeps to itself. */
const internal: readonly TicketEventKind[] = ['joined', 'parted']

const names = (event: TicketEvent, department: string): boolean =>
  event.kind === 'dispatched' &&
  (event.assignment.lead === department || event.assignment.coHandling.includes(department))

function concerns(event: TicketEvent, known: boolean): boolean {
  if (!known) return before.includes(event.kind)
  if ((event.kind === 'reminded' || event.kind === 'breached') && event.of !== 'reply') return false
  return !internal.includes(event.kind)
}

/** What happened to a ticket, as far as it concerns a department. `clear` takes out of texts what the department is not to see. */
export function showHistory(
  history: readonly TicketEvent[],
  department: string,
  clear: (text: string) => string,
): Shown[] {
  const first = history.findIndex((event) => names(event, department))
  return history.flatMap((event, index) =>
    concerns(event, first !== -1 && index >= first)
      ? [
          {
            sequence: index + 1,
            at: event.at.toISOString(),
            kind: event.kind,
            by: { role: event.by.role, department: event.by.role === 'department' ? event.by.id : null },
            ...detailsOf(event, clear),
          },
        ]
      : [],
  )
}

function detailsOf(event: TicketEvent, clear: (text: string) => string): Details {
  switch (event.kind) {
    case 'filed':
    case 'taken':
    case 'joined':
    case 'parted':
    case 'repeat-undone':
      return {}
    case 'accepted':
      return { due: event.due.toISOString(), facts: { subject: event.subject, term: event.term } }
    case 'reclassified':
      return { text: event.note, due: event.due.toISOString(), facts: { subject: event.subject, term: event.term } }
    case 'dispatched': {
      const { lead, coHandling, line, reason } = event.assignment
      return { text: reason, line, due: event.due.toISOString(), facts: { lead, coHandling: [...coHandling] } }
    }
    case 'objected':
      return { text: event.reason, line: event.line, until: event.decideBy.toISOString() }
    case 'replied':
    case 'supplemented':
      return { text: clear(event.text), attachments: event.attachments.map(showAttachment) }
    case 'urged':
    case 'repeated':
      return { text: clear(event.text) }
    case 'visited': {
      const { solved, courteous, contacted, note } = event.visit
      return { text: clear(note), facts: { solved, courteous, contacted } }
    }
    case 'rated':
      return { facts: { courteous: event.courteous, contacted: event.contacted } }
    default:
      return plainDetailsOf(event, clear)
  }
}

type Plain = Exclude<
  TicketEvent,
  {
    kind:
      | ('filed' | 'taken' | 'joined' | 'parted' | 'repeat-undone' | 'accepted' | 'reclassified' | 'dispatched' | 'objected' | 'replied')
      | ('supplemented' | 'urged' | 'repeated' | 'visited' | 'rated')
  }
>

/** Events that consist of a moment, some words, or both. */
function plainDetailsOf(event: Plain, clear: (text: string) => string): Details {
  switch (event.kind) {
    case 'objection-upheld':
    case 'objection-refused':
    case 'objection-lapsed':
    case 'asking-refused':
    case 'supervised':
      return { text: event.note }
    case 'pause-asked':
    case 'extension-asked':
      return { text: event.reason, until: event.until.toISOString() }
    case 'paused':
      return { until: event.until.toISOString() }
    case 'resumed':
    case 'extended':
      return { due: event.due.toISOString() }
    case 'reworked':
      return { text: clear(event.note), due: event.due.toISOString() }
    case 'reopened':
      return { text: clear(event.reason), due: event.due.toISOString() }
    case 'closed':
      return { text: clear(event.note), facts: { as: event.as } }
    case 'withdrawn':
      return { text: clear(event.reason) }
    case 'transferred':
      return { facts: { to: event.to, number: event.number } }
    case 'reminded':
      return { due: event.due.toISOString() }
    case 'breached':
      return { due: event.due.toISOString(), facts: { level: event.level } }
  }
}
