import { sql, type Kysely } from 'kysely'
import { StaleTicket } from '../core/stale-ticket.ts'
import type { TicketCases } from '../core/ticket-cases.ts'
import { readCase, readEvent } from './case-rows.ts'
import type { Engine } from './engine.ts'
import { json } from './rows.ts'
import type { Scope } from './session.ts'
import { attachmentShape } from './shapes/ticket-shape.ts'
import { findAlike } from './sql-alike.ts'
import { searchCases } from './sql-case-search.ts'
import type { Tables } from './tables.ts'
import { lifeColumns } from './ticket-columns.ts'
import { insertAttachments, insertEvents, replaceDepartments } from './ticket-entries.ts'

type Change = Parameters<TicketCases['append']>[0]

/** The row comes first: whoever else changes this ticket waits for it, then finds another version. */
async function appendEvents(db: Kysely<Tables>, { before, events, now, lookAt }: Change): Promise<void> {
  if (now.version !== before + events.length)
    throw new RangeError(`${before} and ${events.length} events do not make version ${now.version}.`)
  const columns = lifeColumns(now)
  const row = await db
    .updateTable('tickets')
    .set({ ...columns, draft: JSON.stringify(now.draft), look_at: lookAt?.getTime() ?? null })
    .where('number', '=', now.number)
    .where('kind', '=', 'ticket')
    .where('version', '=', before)
    .returning(['settled', 'due', 'filed_at', 'serial'])
    .executeTakeFirst()
  if (row === undefined) throw await refusalOf(db, now.number)
  await insertEvents(db, now.number, before, events)
  await insertAttachments(
    db,
    now.number,
    events.flatMap((event) => ('attachments' in event ? event.attachments : [])),
  )
  await replaceDepartments(db, now.number, now.assignment, row)
}

async function refusalOf(db: Kysely<Tables>, number: string): Promise<Error> {
  const found = await db
    .selectFrom('tickets')
    .select('number')
    .where('number', '=', number)
    .where('kind', '=', 'ticket')
    .executeTakeFirst()
  return found === undefined ? new Error('There is no such demand to change.') : new StaleTicket(number)
}

/** The life of filed demands. */
export const sqlCases = (scope: Scope, engine: Pick<Engine, 'words'>): TicketCases => ({
  ...sqlHistories(scope),
  ...sqlIncidents(scope),
  search: (query) => scope.run((db) => searchCases(db, engine, query)),
  pending: (at, limit) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('tickets')
        .selectAll()
        .where(sql<boolean>`kind = 'ticket'`)
        .where('look_at', '<=', at.getTime())
        .orderBy('look_at')
        .orderBy('filed_at')
        .orderBy('serial')
        .limit(limit)
        .execute()
      return rows.map(readCase)
    }),
  alike: (demand) => scope.run((db) => findAlike(db, demand)),
})

const sqlHistories = (scope: Scope): Pick<TicketCases, 'case' | 'history' | 'append'> => ({
  case: (number) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('tickets')
        .selectAll()
        .where('number', '=', number)
        .where('kind', '=', 'ticket')
        .executeTakeFirst()
      return row === undefined ? null : readCase(row)
    }),
  history: (number) =>
    scope.run(async (db) => {
      const rows = await db
        .selectFrom('ticket_events')
        .selectAll()
        .where('ticket', '=', number)
        .orderBy('sequence')
        .execute()
      return rows.map(readEvent)
    }),
  append: (change) => scope.atomically((db) => appendEvents(db, change)),
})

const storedAttachment = json(attachmentShape)

const sqlIncidents = (scope: Scope): Pick<TicketCases, 'incident' | 'openIncident' | 'attachment'> => ({
  incident: (id) =>
    scope.run(async (db) => {
      const row = await db.selectFrom('incidents').selectAll().where('id', '=', id).executeTakeFirst()
      if (row === undefined) return null
      const tickets = await db
        .selectFrom('tickets')
        .select('number')
        .where('incident', '=', id)
        .orderBy('filed_at')
        .orderBy('serial')
        .execute()
      const { opened_at: openedAt, subject, title } = row
      return { id, openedAt: new Date(openedAt), subject, title, tickets: tickets.map(({ number }) => number) }
    }),
  openIncident: ({ id, openedAt, subject, title }) =>
    scope.run(async (db) => {
      await db
        .insertInto('incidents')
        .values({ id, opened_at: openedAt.getTime(), subject, title })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    }),
  attachment: (id) =>
    scope.run(async (db) => {
      const row = await db
        .selectFrom('attachments')
        .selectAll()
        .where('id', '=', id)
        .orderBy('ticket')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : { ticket: row.ticket, attachment: storedAttachment.parse(row.body) }
    }),
})
