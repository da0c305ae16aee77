import type { Kysely } from 'kysely'
import type { Assignment, TicketEvent } from '../core/ticket-life.ts'
import type { Attachment } from '../core/ticket.ts'
import type { Tables } from './tables.ts'

/** Adds events behind the first `before` ones. */
export async function insertEvents(
  db: Kysely<Tables>,
  ticket: string,
  before: number,
  events: readonly TicketEvent[],
): Promise<void> {
  const rows = events.map(({ at, by, kind, ...body }, index) => ({
    ticket,
    sequence: before + index + 1,
    at: at.getTime(),
    role: by.role,
    actor: by.id,
    kind,
    body: JSON.stringify(body),
  }))
  if (rows.length > 0) await db.insertInto('ticket_events').values(rows).execute()
}

/** Claims files for a ticket. One that comes again with the same ticket is the same file. */
export async function insertAttachments(
  db: Kysely<Tables>,
  ticket: string,
  attachments: readonly Attachment[],
): Promise<void> {
  const rows = attachments.map((attachment) => ({ ticket, id: attachment.id, body: JSON.stringify(attachment) }))
  if (rows.length === 0) return
  await db
    .insertInto('attachments')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['id', 'ticket']).doNothing())
    .execute()
  const ids = rows.map(({ id }) => id)
  await db.updateTable('files').set({ claimed: 1 }).where('id', 'in', ids).execute()
}

/** Enters who handles a ticket in their queues, instead of who did. */
export async function replaceDepartments(
  db: Kysely<Tables>,
  ticket: string,
  assignment: Assignment | null,
  keys: { settled: number; due: number; filed_at: number; serial: number },
): Promise<void> {
  await db.deleteFrom('ticket_departments').where('ticket', '=', ticket).execute()
  if (assignment === null) return
  const departments = [...new Set([assignment.lead, ...assignment.coHandling])]
  const rows = departments.map((department) => ({
    department,
    ticket,
    lead: department === assignment.lead ? 1 : 0,
    ...keys,
  }))
  await db.insertInto('ticket_departments').values(rows).execute()
}
