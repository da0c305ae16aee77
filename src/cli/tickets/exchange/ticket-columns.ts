import type { TicketCase } from '../../../core/ticket-life.ts'
import { formatRegionPath } from './region-path.ts'
import type { Words } from '../create-words.ts'
import type { Tell } from '../../../tell-operator.mjs'

export type Raw = string | number | boolean | Date | null

/** A demand with what its body last replied. */
export interface ExportedTicket {
  ticket: TicketCase
  reply: string | null
}

/** `open`: may be given away as it is; `masked`: after personal data is taken out; `personal`: not at all. */
export type Openness = 'open' | 'masked' | 'personal'

/** A column of an exported table. `say` puts its value into the operator's words; its head stands in the phrases. */
export interface TicketColumn {
  name: string
  openness: Openness
  of(exported: ExportedTicket): Raw
  say?: (value: string, desk: { words: Words; tell: Tell }) => string
}

type Of = (ticket: TicketCase) => Raw
type Say = NonNullable<TicketColumn['say']>

const column = (openness: Openness, name: string, of: Of, say?: Say): TicketColumn => ({
  ...{ name, openness, of: ({ ticket }: ExportedTicket) => of(ticket) },
  ...(say === undefined ? {} : { say }),
})
const open = (name: string, of: Of, say?: Say) => column('open', name, of, say)
const masked = (name: string, of: Of) => column('masked', name, of)
const personal = (name: string, of: Of, say?: Say) => column('personal', name, of, say)

const phraseOf =
  (prefix: string): Say =>
  (value, { tell }) =>
    tell(`${prefix}${value}`)
const bodyOf: Say = (value, { words }) => words.body(value)

/** How imported demands are told apart from those of conversations. */
export const importedPrefix = 'import:'

/** The number that an imported demand had where it came from: what stands behind the name of that system. */
const externalOf = ({ conversation }: TicketCase): string | null =>
  conversation.startsWith(importedPrefix) ? conversation.slice(importedPrefix.length).replace(/^[^:]*:/u, '') : null

/** All columns of an exported table, in order. */
export const ticketColumns: readonly TicketColumn[] = [
  open('number', ({ number }) => number),
  personal('external', externalOf),
  open('filedAt', ({ filedAt }) => filedAt),
  open('state', ({ state }) => state, phraseOf('operator.ticket.state.')),
  open('kind', ({ draft }) => draft.kind, phraseOf('operator.ticket.kind.')),
  masked('title', ({ draft }) => draft.subject),
  masked('description', ({ draft }) => draft.description),
  open('region', ({ draft }) => formatRegionPath(draft.region)),
  personal('where', ({ draft }) => draft.where?.said ?? null),
  personal('latitude', ({ draft }) => draft.where?.point?.latitude ?? null),
  personal('longitude', ({ draft }) => draft.where?.point?.longitude ?? null),
  masked('when', ({ draft }) => draft.when?.said ?? null),
  masked('wish', ({ draft }) => draft.wish),
  open('contact', ({ draft }) => draft.contact?.wish ?? null, phraseOf('operator.tickets.contact.')),
  personal('name', ({ draft }) => draft.contact?.name ?? null),
  personal('phone', ({ draft }) => draft.contact?.phone ?? null),
  personal('email', ({ draft }) => draft.contact?.email ?? null),
  open('subject', ({ subject }) => subject),
  open(
    'subjectName',
    ({ subject }) => subject,
    (code, { words }) => words.subject(code),
  ),
  open('term', ({ term }) => term, phraseOf('operator.tickets.term.')),
  open('department', ({ assignment }) => assignment?.lead ?? null, bodyOf),
  open(
    'coHandling',
    ({ assignment }) => assignment?.coHandling.join(';') ?? null,
    (list, { words }) => list.split(';').map(words.body).join('; '),
  ),
  open('line', ({ assignment }) => assignment?.line ?? null),
  open('dispatchedAt', ({ dispatchedAt }) => dispatchedAt),
  open('due', ({ due }) => due),
  open('repliedAt', ({ repliedAt }) => repliedAt),
  { name: 'reply', openness: 'masked', of: ({ reply }) => reply },
  open('solved', ({ visit }) => visit?.solved ?? null, phraseOf('operator.tickets.solved.')),
  open('courteous', ({ visit }) => visit?.courteous ?? null, phraseOf('operator.tickets.said.')),
  open('contacted', ({ visit }) => visit?.contacted ?? null, phraseOf('operator.tickets.said.')),
  masked('visitNote', ({ visit }) => visit?.note ?? null),
  open('closedAt', ({ closedAt }) => closedAt),
  open('closedAs', ({ closedAs }) => closedAs, phraseOf('operator.tickets.ending.')),
  open('bounces', ({ bounces }) => bounces),
  open('reworks', ({ reworks }) => reworks),
  open('reopens', ({ reopens }) => reopens),
  open('extensions', ({ extensions }) => extensions),
  open('urged', ({ urged }) => urged),
  open('breached', ({ breached }) => breached),
  open('supervised', ({ supervised }) => (supervised ? 'yes' : 'no'), phraseOf('operator.tickets.said.')),
  open('incident', ({ incident }) => incident),
  personal('attachments', ({ draft }) => draft.attachments.map(({ name }) => name).join('; ')),
]
