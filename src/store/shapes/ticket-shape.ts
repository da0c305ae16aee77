import { z } from 'zod'
import type { Handover, HandoverReason, Ticket, TicketDraft, TicketKind } from '../../core/ticket.ts'
import { regionShape } from './basics.ts'
import { shapeOf } from './shape-of.ts'

const ticketKindShape = shapeOf<TicketKind>()(
  z.enum(['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']),
)

export const handoverReasonShape = shapeOf<HandoverReason>()(z.enum(['asked-for', 'unanswered', 'fault', 'safety']))

export const ticketDraftShape = shapeOf<TicketDraft>()(
  z.object({
    kind: ticketKindShape,
    subject: z.string(),
    description: z.string(),
    region: regionShape.nullable(),
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
  state: z.enum(['filed', 'closed']),
  reason: handoverReasonShape.nullable(),
}

/** A ticket as it stands inside an outcome. */
export const ticketShape = shapeOf<Ticket>()(
  z.object({
    ...ticketFields,
    filedAt: z.iso.datetime().transform((text) => new Date(text)),
    draft: ticketDraftShape,
  }),
)
