import type { GeoPoint, Media } from './message.ts'
import type { Region } from './region.ts'

/** What a demand is, as asked at intake. */
export const ticketKinds = ['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise'] as const
export type TicketKind = (typeof ticketKinds)[number]

/** Who may know who reported: the handling body as well, the hotline alone, or nobody. */
export type ContactWish = 'named' | 'confidential' | 'anonymous'

/** How the person can be reached about the ticket. */
export interface Contact {
  wish: ContactWish
  name: string | null
  phone: string | null
  email: string | null
}

/** When it happened, as said and, where that can be read, from when until when. */
export interface Occurrence {
  said: string
  from: Date | null
  to: Date | null
  /** It happens again and again: "every night at two". */
  repeats: boolean
}

/** Where it happened, as said and, where that can be read, in which region and at which point. */
export interface Whereabouts {
  said: string
  region: Region | null
  point: GeoPoint | null
}

/** A stored file. `digest` is the SHA-256 of its content, in hexadecimal; `point` is where a photo says that it was taken. */
export interface Attachment {
  id: string
  kind: Media['kind']
  name: string
  type: string
  bytes: number
  digest: string
  point: GeoPoint | null
}

/** A demand as understood from the dialogue. Personal data stands here in the clear: it goes to the store, never to a log or model. */
export interface TicketDraft {
  kind: TicketKind
  /** The matter in a few words. */
  subject: string
  /** What happened, in the person's own words. */
  description: string
  region: Region | null
  where: Whereabouts | null
  when: Occurrence | null
  /** What the person wants done, in their own words. */
  wish: string | null
  contact: Contact | null
  attachments: readonly Attachment[]
  /** What the assistant already tried: one line a step, for the person who takes over. */
  tried: readonly string[]
}

/** What nobody has told yet. */
export const nothingTold: Pick<TicketDraft, 'where' | 'when' | 'wish' | 'contact' | 'attachments'> = {
  where: null,
  when: null,
  wish: null,
  contact: null,
  attachments: [],
}

/** Why a person is needed. */
export type HandoverReason = 'asked-for' | 'unanswered' | 'fault' | 'safety'

export interface Handover {
  reason: HandoverReason
  /** What the matter is, in two or three sentences for the operator. */
  summary: string
  tried: readonly string[]
}

/** A filed demand or handover: `number` is what the citizen is told. */
export interface Ticket {
  number: string
  kind: 'ticket' | 'handover'
  conversation: string
  filedAt: Date
  state: TicketState
  draft: TicketDraft
  reason: HandoverReason | null
}

/**
 * Where a demand stands. `accepted`: its subject and term are set, no body has it; `objected`: the body says that it is not responsible, a
 * reviewer decides; `visited`: the citizen was asked whether it is solved; `transferred`: passed to an emergency service or another body
 * outside the hotline's reach.
 */
export type TicketState =
  | 'filed'
  | 'accepted'
  | 'dispatched'
  | 'in-progress'
  | 'objected'
  | 'replied'
  | 'visited'
  | 'closed'
  | 'withdrawn'
  | 'transferred'

/** States in which something is still to be done. */
export const openStates = [
  'filed',
  'accepted',
  'dispatched',
  'in-progress',
  'objected',
  'replied',
  'visited',
] as const satisfies readonly TicketState[]
