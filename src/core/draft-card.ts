import type { GeoPoint } from './message.ts'
import { phrase, type Phrase } from './phrase.ts'
import type { DraftCard, DraftField } from './reply.ts'
import type { Attachment, Contact, Occurrence, TicketDraft, Whereabouts } from './ticket.ts'

type Say = (wording: Phrase) => string

/** The calendar day of a moment in China, as people write it. */
const dayOf = (at: Date) => new Date(at.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10)

function whenOf({ said, from, to, repeats }: Occurrence, say: Say): string {
  if (from === null || to === null || repeats) return said
  const last = dayOf(new Date(to.getTime() - 1))
  const days = dayOf(from) === last ? last : `${dayOf(from)} – ${last}`
  return said.includes(days) ? said : say(phrase('draft.when.read', { said, days }))
}

function contactOf({ wish, name, phone, email }: Contact, say: Say): string {
  const data = [name, phone, email].filter((datum) => datum !== null).join(' ')
  return [say(phrase(`draft.contact.${wish}`)), wish === 'anonymous' ? '' : data]
    .filter((part) => part !== '')
    .join(' ')
}

/** The place as said, and where its point on the map comes from. */
function whereOf({ said, point }: Whereabouts, attachments: readonly Attachment[], say: Say): string {
  if (point === null) return said
  const isSame = (other: GeoPoint | null) => other?.latitude === point.latitude && other.longitude === point.longitude
  const source = attachments.some((attachment) => isSame(attachment.point)) ? 'photo' : 'map'
  return say(phrase(`draft.where.${source}`, { said }))
}

/** A draft with its parts named, for reading back; what nobody told is left out. */
export function draftCard(draft: TicketDraft, say: Say): DraftCard {
  const fields: readonly (readonly [DraftField, string | null])[] = [
    ['kind', say(phrase(`draft.kind.${draft.kind}`))],
    ['subject', draft.subject === draft.description ? null : draft.subject],
    ['description', draft.description],
    ['where', draft.where === null ? null : whereOf(draft.where, draft.attachments, say)],
    ['when', draft.when === null ? null : whenOf(draft.when, say)],
    ['wish', draft.wish],
    ['contact', draft.contact === null ? null : contactOf(draft.contact, say)],
    ['attachments', draft.attachments.map(({ name }) => name).join(', ')],
  ]
  return {
    fields: fields.flatMap(([name, value]) =>
      value === null || value === '' ? [] : [{ name, label: say(phrase(`draft.${name}`)), value }],
    ),
  }
}
