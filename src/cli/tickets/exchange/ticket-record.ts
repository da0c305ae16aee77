import { z } from 'zod'
import type { Conversation } from '../../../core/conversation.ts'
import type { Store } from '../../../core/store.ts'
import type { Incident, TicketCase, TicketEvent } from '../../../core/ticket-life.ts'
import type { TicketDraft, TicketState } from '../../../core/ticket.ts'
import { addressShape, languageShape, regionShape } from '../../../store/shapes/basics.ts'
import { momentShape } from '../../../store/shapes/moment-shape.ts'
import { ticketEventShape } from '../../../store/shapes/ticket-event-shape.ts'
import { ticketDraftShape, ticketStateShape } from '../../../store/shapes/ticket-shape.ts'

/** A demand as it leaves one installation and comes into another: all that happened to it, and where its citizen is to be told. */
export interface TicketRecord {
  /** The version of this form. */
  civicline: 1
  number: string
  filedAt: Date
  state: TicketState
  conversation: string
  draft: TicketDraft
  history: readonly TicketEvent[]
  told: Conversation | null
  incident: Omit<Incident, 'tickets'> | null
}

/** Reads the whole of a demand. */
export async function recordOf(store: Store, ticket: TicketCase): Promise<TicketRecord> {
  const { number, filedAt, state, conversation, draft } = ticket
  const incident = ticket.incident === null ? null : await store.cases.incident(ticket.incident)
  return {
    civicline: 1,
    ...{ number, filedAt, state, conversation, draft },
    history: await store.cases.history(number),
    told: await store.conversations.find(conversation),
    incident:
      incident === null
        ? null
        : { id: incident.id, openedAt: incident.openedAt, subject: incident.subject, title: incident.title },
  }
}

const conversationShape = z.object({
  id: z.string().min(1),
  address: addressShape,
  language: languageShape,
  region: regionShape.nullable(),
  holder: z.enum(['assistant', 'operator']),
  openedAt: momentShape,
})

/** An event as JSON writes it. */
const eventShape = z
  .looseObject({ at: momentShape })
  .transform((event): unknown => event)
  .pipe(ticketEventShape)

/** A demand of this form, read back. */
export const ticketRecordShape = z.object({
  civicline: z.literal(1),
  number: z.string().regex(/^\d{8}-\d{4,9}$/u),
  filedAt: momentShape,
  state: ticketStateShape,
  conversation: z.string().min(1),
  draft: ticketDraftShape,
  history: z.array(eventShape).min(1),
  told: conversationShape.nullable(),
  incident: z
    .object({ id: z.string().min(1), openedAt: momentShape, subject: z.string().nullable(), title: z.string() })
    .nullable(),
})
