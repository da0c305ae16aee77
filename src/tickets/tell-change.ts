import { phrase, type Phrase } from '../core/phrase.ts'
import type { TicketCase, TicketEvent, TicketEventKind } from '../core/ticket-life.ts'

/** How names and moments are written for whoever reads it. */
export interface Wording {
  body(id: string): string
  moment(at: Date): string
  /** Until when a demand that ends now can be taken up again. */
  reopenUntil(at: Date): Date
}

export interface TicketChange {
  before: TicketCase
  events: readonly TicketEvent[]
  now: TicketCase
}

/** What says more about the same step: with it in one change, the event before it need not be told. */
const saidBy: Partial<Record<TicketEventKind, readonly TicketEventKind[]>> = {
  accepted: ['dispatched'],
  taken: ['replied'],
  resumed: ['replied', 'dispatched'],
  visited: ['closed', 'reworked'],
}

type Said = (suffix: string, values?: Readonly<Record<string, string>>) => Phrase

/** What the citizen is to know of a change, in order; nothing where it concerns only the house. */
export function tellChange({ before, events, now }: TicketChange, wording: Wording): readonly Phrase[] {
  const kinds = new Set(events.map(({ kind }) => kind))
  const said: Said = (suffix, values = {}) => phrase(`ticket.told.${suffix}`, { number: now.number, ...values })
  return events
    .filter(({ kind }) => saidBy[kind]?.some((other) => kinds.has(other)) !== true)
    .flatMap((event) => tellEvent(event, { before, now, said, wording }))
}

/** Whether the citizen is now to say if it is solved. */
export const asksWhetherSolved = ({ events, now }: TicketChange): boolean =>
  now.state === 'replied' && events.some(({ kind }) => kind === 'replied' || kind === 'visited')

interface Telling {
  before: TicketCase
  now: TicketCase
  said: Said
  wording: Wording
}

function tellEvent(event: TicketEvent, telling: Telling): readonly Phrase[] {
  const { before, said, wording } = telling
  switch (event.kind) {
    case 'accepted':
    case 'resumed':
    case 'reworked':
    case 'reopened':
      return [said(event.kind, { due: wording.moment(event.due) })]
    case 'reclassified':
      return event.due.getTime() === before.due?.getTime()
        ? []
        : [said('reclassified', { due: wording.moment(event.due) })]
    case 'dispatched':
      return [said('dispatched', { due: wording.moment(event.due), body: wording.body(event.assignment.lead) })]
    case 'taken':
      return [said('taken', { body: wording.body(before.assignment?.lead ?? event.by.id) })]
    case 'paused':
      return [said('paused', { until: wording.moment(event.until), reason: before.asked?.reason ?? '' })]
    case 'extended':
      return [said('extended', { due: wording.moment(event.due), reason: before.asked?.reason ?? '' })]
    case 'replied':
      return [said('replied', { body: wording.body(event.by.id), text: event.text })]
    case 'visited':
    case 'closed':
    case 'withdrawn':
    case 'transferred':
      return tellEnding(event, telling)
    case 'breached':
      return isFirstBreach(event, before) ? [said('late', { due: wording.moment(event.due) })] : []
    case 'joined':
      return [said('joined')]
    case 'filed':
    case 'objected':
    case 'objection-upheld':
    case 'objection-refused':
    case 'objection-lapsed':
    case 'pause-asked':
    case 'extension-asked':
    case 'asking-refused':
    case 'supplemented':
    case 'urged':
    case 'supervised':
    case 'reminded':
    case 'parted':
    case 'repeated':
    case 'repeat-undone':
    case 'rated':
      return []
  }
}

type Ending = Extract<TicketEvent, { kind: 'visited' | 'closed' | 'withdrawn' | 'transferred' }>

function tellEnding(event: Ending, { said, wording }: Telling): readonly Phrase[] {
  switch (event.kind) {
    case 'visited': {
      const { solved } = event.visit
      if (solved === 'yes') return []
      return [said(solved === 'no' ? 'unsolved' : solved)]
    }
    case 'closed': {
      const until = wording.moment(wording.reopenUntil(event.at))
      const values = { solved: {}, partly: { note: event.note }, unsolved: { note: event.note }, unreached: { until } }
      return [said(`closed.${event.as}`, values[event.as])]
    }
    case 'withdrawn':
      return [said('withdrawn')]
    case 'transferred': {
      const { to, number } = event
      return [number === null ? said('transferred', { to }) : said('transferred.numbered', { to, theirs: number })]
    }
  }
}

/** Being late is told once for each due date, however far it is escalated. */
const isFirstBreach = ({ of, due }: Extract<TicketEvent, { kind: 'breached' }>, { escalated }: TicketCase) =>
  of === 'reply' && !escalated.some((each) => each.of === of && each.due.getTime() === due.getTime())
