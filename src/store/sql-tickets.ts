import { sql, type Kysely } from 'kysely'
import type { NewTicket, Tickets } from '../core/store.ts'
import type { Ticket } from '../core/ticket.ts'
import type { Engine } from './engine.ts'
import { readTicket } from './rows.ts'
import type { Scope } from './session.ts'
import type { Tables } from './tables.ts'
import { toldColumns } from './ticket-columns.ts'
import { searchableText } from './word-grams.ts'
import { insertAttachments, insertEvents } from './ticket-entries.ts'

/** Writes a moment's day in a time zone as yyyymmdd. */
export function createDayOf(timeZone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (at) => {
    const parts = new Map<string, string>(format.formatToParts(at).map(({ type, value }) => [type, value]))
    return ['year', 'month', 'day'].map((type) => parts.get(type) ?? '').join('')
  }
}

/** Counts the day up. The counter's row stays locked until the transaction ends: no gaps, no duplicates. */
async function nextSerial(db: Kysely<Tables>, day: string): Promise<number> {
  const { last } = await db
    .insertInto('ticket_days')
    .values({ day, last: 1 })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((expression) => ({ last: expression('ticket_days.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Keeps the number that a ticket had elsewhere: those that follow come behind it. */
async function keepSerial(db: Kysely<Tables>, day: string, number: string): Promise<number> {
  const { day: own, serial: digits } = /^(?<day>\d{8})-(?<serial>\d{4,9})$/u.exec(number)?.groups ?? {}
  if (own !== day || digits === undefined || `${Number(digits)}`.padStart(4, '0') !== digits)
    throw new RangeError(`${number} is no number of the day ${day}.`)
  const serial = Number(digits)
  const last = sql<number>`case when ticket_days.last < ${sql.lit(serial)} then ${sql.lit(serial)} else ticket_days.last end`
  await db
    .insertInto('ticket_days')
    .values({ day, last: serial })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ last }))
    .execute()
  return serial
}

/** Files under the next number of a day, or under the one that the ticket has. */
async function fileUnderNumber(
  db: Kysely<Tables>,
  engine: Pick<Engine, 'words'>,
  day: string,
  ticket: NewTicket,
): Promise<Ticket> {
  const serial = ticket.number === undefined ? await nextSerial(db, day) : await keepSerial(db, day, ticket.number)
  const filed: Ticket = { ...ticket, number: `${day}-${String(serial).padStart(4, '0')}`, state: 'filed' }
  const { number, kind, conversation, filedAt, state, draft, reason } = filed
  await db
    .insertInto('tickets')
    .values({
      number,
      day,
      serial,
      kind,
      conversation,
      filed_at: filedAt.getTime(),
      state,
      draft: JSON.stringify(draft),
      reason,
      ...(kind === 'ticket' ? { ...toldColumns(draft), version: 1, look_at: filedAt.getTime() } : {}),
    })
    .execute()
  await insertAttachments(db, number, draft.attachments)
  if (kind === 'ticket') await beginLife(db, engine, filed, serial)
  return filed
}

/** A demand's first event, and what it is found by. */
async function beginLife(
  db: Kysely<Tables>,
  engine: Pick<Engine, 'words'>,
  filed: Ticket,
  serial: number,
): Promise<void> {
  const { number, filedAt: at, conversation: id, draft } = filed
  await insertEvents(db, number, 0, [{ kind: 'filed', at, by: { role: 'citizen', id } }])
  const words = searchableText(draft.subject, draft.description)
  await engine.words.add(db, { ticket: number, filedAt: at.getTime(), serial, words })
}

/** Filed demands and handovers; `dayOf` says on what day a number is given. */
export function sqlTickets(scope: Scope, engine: Pick<Engine, 'words'>, dayOf: (at: Date) => string): Tickets {
  return {
    file: (ticket) => scope.atomically((db) => fileUnderNumber(db, engine, dayOf(ticket.filedAt), ticket)),
    find: (number) =>
      scope.run(async (db) => {
        const row = await db.selectFrom('tickets').selectAll().where('number', '=', number).executeTakeFirst()
        return row === undefined ? null : readTicket(row)
      }),
    list: (limit) =>
      scope.run(async (db) => {
        const rows = await db
          .selectFrom('tickets')
          .selectAll()
          .orderBy('filed_at', 'desc')
          .orderBy('serial', 'desc')
          .limit(limit)
          .execute()
        return rows.map(readTicket)
      }),
  }
}
