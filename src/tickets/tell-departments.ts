import type { TicketCase, TicketEvent } from '../core/ticket-life.ts'
import type { DepartmentEventType } from '../core/webhooks.ts'
import { applyEvent } from './life/apply-event.ts'
import type { TicketChange } from './tell-change.ts'

/** What a department is to know of a ticket that it handles, or handled until then. */
export interface DepartmentNotice {
  department: string
  type: DepartmentEventType
  event: TicketEvent
  /** Which of the ticket's events it is, from 1. */
  sequence: number
  /** What can be said of it without anybody's own words. */
  facts: Readonly<Record<string, string | number>>
}

type Told = Pick<DepartmentNotice, 'type' | 'facts'>

/** Lead and co-handling departments, each once. */
export const handlersOf = ({ assignment }: Pick<TicketCase, 'assignment'>): readonly string[] =>
  assignment === null ? [] : [...new Set([assignment.lead, ...assignment.coHandling])]

/** Who is told what of a change, in order. A department is not told what it did itself. */
export function tellDepartments({ before, events }: Pick<TicketChange, 'before' | 'events'>): DepartmentNotice[] {
  const notices: DepartmentNotice[] = []
  let previous = before
  for (const event of events) {
    const next = applyEvent(previous, event)
    for (const [department, told] of tellEvent(event, { previous, next }))
      if (event.by.role !== 'department' || event.by.id !== department)
        notices.push({ department, ...told, event, sequence: next.version })
    previous = next
  }
  return notices
}

function tellEvent(
  event: TicketEvent,
  { previous, next }: { previous: TicketCase; next: TicketCase },
): readonly (readonly [string, Told])[] {
  if (event.kind !== 'dispatched') {
    const told = toldOf(event)
    return told === null ? [] : handlersOf(previous).map((department) => [department, told])
  }
  const present = handlersOf(next)
  const former = handlersOf(previous).filter((department) => !present.includes(department))
  return [
    ...former.map((department) => [department, { type: 'ticket.reassigned', facts: {} }] as const),
    ...present.map((department) => {
      const as = department === event.assignment.lead ? 'lead' : 'co-handling'
      return [department, { type: 'ticket.dispatched', facts: { as, line: event.assignment.line ?? '' } }] as const
    }),
  ]
}

const said = (type: DepartmentEventType, facts: Told['facts'] = {}): Told => ({ type, facts })

function toldOf(event: Exclude<TicketEvent, { kind: 'dispatched' }>): Told | null {
  switch (event.kind) {
    case 'taken':
    case 'replied':
    case 'reclassified':
    case 'resumed':
    case 'supplemented':
    case 'repeated':
    case 'urged':
    case 'supervised':
    case 'reworked':
    case 'reopened':
    case 'withdrawn':
    case 'transferred':
      return said(`ticket.${event.kind}`)
    case 'objection-upheld':
    case 'objection-refused':
    case 'objection-lapsed':
      return said('ticket.objection-decided', { decision: event.kind.replace('objection-', '') })
    case 'paused':
      return said('ticket.asking-decided', { decision: 'paused', until: event.until.toISOString() })
    case 'extended':
      return said('ticket.asking-decided', { decision: 'extended', until: event.due.toISOString() })
    case 'asking-refused':
      return said('ticket.asking-decided', { decision: 'refused' })
    case 'visited': {
      const { solved, courteous, contacted } = event.visit
      return said('ticket.visited', { solved, courteous, contacted })
    }
    case 'rated':
      return said('ticket.visited', { courteous: event.courteous, contacted: event.contacted })
    case 'closed':
      return said('ticket.closed', { as: event.as })
    case 'reminded':
      return event.of === 'reply' ? said('ticket.reminded', { due: event.due.toISOString() }) : null
    case 'breached':
      return event.of === 'reply' ? said('ticket.overdue', { due: event.due.toISOString(), level: event.level }) : null
    case 'filed':
    case 'accepted':
    case 'objected':
    case 'pause-asked':
    case 'extension-asked':
    case 'joined':
    case 'parted':
    case 'repeat-undone':
      return null
  }
}
