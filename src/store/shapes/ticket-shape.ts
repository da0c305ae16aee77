import { z } from 'zod'
import type {
  Attachment,
  Contact,
  Handover,
  HandoverReason,
  Occurrence,
  Ticket,
  TicketDraft,
  TicketKind,
  TicketState,
  Whereabouts,
} from '../../core/ticket.ts'
import { placeShape, regionShape } from './basics.ts'
import { momentShape } from './moment-shape.ts'
import { shapeOf } from './shape-of.ts'

const ticketKindShape = shapeOf<TicketKind>()(
  z.enum(['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']),
)

export const handoverReasonShape = shapeOf<HandoverReason>()(z.enum(['asked-for', 'unanswered', 'fault', 'safety']))

export const attachmentFields = {
  id: z.string(),
  kind: z.enum(['photo', 'audio', 'document']),
  name: z.string(),
  type: z.string(),
  bytes: z.number(),
  digest: z.string(),
}

export const attachmentShape = shapeOf<Attachment>()(z.object({ ...attachmentFields, point: placeShape.nullable() }))

const whereaboutsShape = shapeOf<Whereabouts>()(
  z.object({ said: z.string(), region: regionShape.nullable(), point: placeShape.nullable() }),
)

const occurrenceShape = shapeOf<Occurrence>()(
  z.object({ said: z.string(), from: momentShape.nullable(), to: momentShape.nullable(), repeats: z.boolean() }),
)

const contactShape = shapeOf<Contact>()(
  z.object({
    wish: z.enum(['named', 'confidential', 'anonymous']),
    name: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
)

export const ticketStateShape = shapeOf<TicketState>()(
  z.enum([
    'filed',
    'accepted',
    'dispatched',
    'in-progress',
    'objected',
    'replied',
    'visited',
    'closed',
    'withdrawn',
    'transferred',
  ]),
)

export const ticketDraftShape = shapeOf<TicketDraft>()(
  z.object({
    kind: ticketKindShape,
    subject: z.string(),
    description: z.string(),
    region: regionShape.nullable(),
    where: whereaboutsShape.nullable().default(null),
    when: occurrenceShape.nullable().default(null),
    wish: z.string().nullable().default(null),
    contact: contactShape.nullable().default(null),
    attachments: z.array(attachmentShape).readonly().default([]),
    tried: z.array(z.string()).readonly(),
  }),
)

export const handoverShape = shapeOf<Handover>()(
  z.object({ reason: handoverReasonShape, summary: z.string(), tried: z.array(z.string()).readonly() }),
)

export const ticketFields = {
  number: z.string(),
  kind: z.enum(['ticket', 'handover']),
  conversation: z.string(),
  state: ticketStateShape,
  reason: handoverReasonShape.nullable(),
}

/** A ticket as it stands inside an outcome. */
export const ticketShape = shapeOf<Ticket>()(
  z.object({
    ...ticketFields,
    filedAt: momentShape,
    draft: ticketDraftShape,
  }),
)
