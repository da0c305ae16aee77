import type { TicketEvent } from '../../core/ticket-life.ts'
import type { Tell } from '../../tell-operator.mjs'
import type { Words } from './create-words.ts'

type Values = Readonly<Record<string, string | number>>

/** What the words of an event have in their blanks. */
function valuesOf(event: TicketEvent, words: Words, tell: Tell): Values {
  switch (event.kind) {
    case 'accepted':
    case 'reclassified':
      return { subject: words.subject(event.subject), term: words.term(event.term), due: words.moment(event.due) }
    case 'dispatched':
      return { to: words.assignment(event.assignment), due: words.moment(event.due) }
    case 'objected':
      return { reason: event.reason, line: event.line, until: words.moment(event.decideBy) }
    case 'pause-asked':
    case 'extension-asked':
      return { reason: event.reason, until: words.moment(event.until) }
    case 'paused':
      return { until: words.moment(event.until) }
    case 'resumed':
    case 'extended':
    case 'reworked':
    case 'reopened':
      return { due: words.moment(event.due) }
    case 'visited': {
      const { solved, courteous, contacted } = event.visit
      return {
        solved: tell(`operator.tickets.solved.${solved}`),
        courteous: tell(`operator.tickets.said.${courteous}`),
        contacted: tell(`operator.tickets.said.${contacted}`),
      }
    }
    case 'rated':
      return {
        courteous: tell(`operator.tickets.said.${event.courteous}`),
        contacted: tell(`operator.tickets.said.${event.contacted}`),
      }
    case 'closed':
      return { as: tell(`operator.tickets.ending.${event.as}`) }
    case 'transferred':
      return { to: [event.to, ...(event.number === null ? [] : [event.number])].join(' · ') }
    case 'reminded':
      return { of: tell(`operator.tickets.watch.${event.of}`), due: words.moment(event.due) }
    case 'breached':
      return { of: tell(`operator.tickets.watch.${event.of}`), due: words.moment(event.due), level: event.level }
    case 'joined':
    case 'parted':
      return { incident: event.incident }
    default:
      return {}
  }
}

/** What somebody wrote with an event, in their own words; '' where nothing was written. */
function saidIn(event: TicketEvent): string {
  switch (event.kind) {
    case 'replied':
    case 'supplemented':
    case 'urged':
    case 'repeated':
      return event.text
    case 'dispatched':
      return event.assignment.reason === event.assignment.line ? '' : event.assignment.reason
    case 'reclassified':
    case 'objection-upheld':
    case 'objection-refused':
    case 'asking-refused':
    case 'reworked':
    case 'closed':
    case 'supervised':
      return event.note
    case 'reopened':
    case 'withdrawn':
      return event.reason
    case 'transferred':
      return event.context
    case 'visited':
      return event.visit.note
    default:
      return ''
  }
}

/** What happened, in one sentence, with what was said in it. */
export function eventWords(event: TicketEvent, { words, tell }: { words: Words; tell: Tell }): string {
  const files = 'attachments' in event ? event.attachments.map(({ name }) => name) : []
  const what = tell(`operator.tickets.event.${event.kind}`, valuesOf(event, words, tell))
  const said = saidIn(event).trim()
  return [
    said === '' ? what : tell('operator.at', { where: what, message: said }),
    ...(files.length === 0 ? [] : [tell('operator.tickets.files', { files: files.join(', ') })]),
  ].join(' ')
}
