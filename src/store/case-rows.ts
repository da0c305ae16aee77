import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { TicketCase, TicketEvent } from '../core/ticket-life.ts'
import { json, reader } from './rows.ts'
import { ticketEventShape } from './shapes/ticket-event-shape.ts'
import { lifeShape } from './shapes/ticket-life-shape.ts'
import { ticketDraftShape, ticketFields } from './shapes/ticket-shape.ts'
import type { TicketEventTable, TicketTable } from './tables.ts'
import { never } from './ticket-columns.ts'

const moment = z.number().transform((milliseconds) => new Date(milliseconds))

const caseRow = z
  .object({
    ...ticketFields,
    kind: z.literal('ticket'),
    filed_at: moment,
    draft: json(ticketDraftShape),
    subject: z.string().nullable(),
    due: z.number().transform((due) => (due === never ? null : new Date(due))),
    supervised: z.number().transform((flag) => flag === 1),
    breached: z.number(),
    incident: z.string().nullable(),
    version: z.number(),
    life: json(lifeShape),
  })
  .transform(({ filed_at: filedAt, life, ...rest }): TicketCase => ({ ...rest, ...life, filedAt }))

export const readCase = reader<Selectable<TicketTable>, TicketCase>('tickets', caseRow)

const eventRow = z
  .object({
    at: moment,
    role: z.string(),
    actor: z.string(),
    kind: z.string(),
    body: json(z.looseObject({})),
  })
  .transform(({ at, role, actor, kind, body }): unknown => ({ ...body, at, by: { role, id: actor }, kind }))
  .pipe(ticketEventShape)

export const readEvent = reader<Selectable<TicketEventTable>, TicketEvent>('ticket_events', eventRow)
