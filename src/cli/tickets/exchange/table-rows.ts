import { findPersonalData } from '../../../steps/find-personal-data.ts'
import type { Contact } from '../../../core/ticket.ts'
import type { Desk } from '../with-desk.ts'
import { ticketColumns, type ExportedTicket, type Raw, type TicketColumn } from './ticket-columns.ts'

export type Cell = string | number | null

/** A table a page at a time. */
export interface TableRows {
  heads: readonly string[]
  pages: AsyncIterable<readonly (readonly Cell[])[]>
}

/** Takes personal data out of what somebody wrote: what is known of them, and what looks like it. */
export function maskText(text: string, contact: Contact | null): string {
  const known = [contact?.name, contact?.phone, contact?.email].flatMap((datum) =>
    datum === undefined || datum === null || datum.trim().length < 2 ? [] : [datum.trim()],
  )
  return findPersonalData(known.reduce((said, datum) => said.replaceAll(datum, '***'), text)).text
}

/** Columns of a table; those that are nobody else's business are left out of an anonymous one. */
export const columnsOf = (anonymous: boolean): readonly TicketColumn[] =>
  ticketColumns.filter(({ openness }) => !anonymous || openness !== 'personal')

/** The value of a column, without personal data where that is asked for. */
export function valueOf(column: TicketColumn, exported: ExportedTicket, anonymous: boolean): Raw {
  const value = column.of(exported)
  return anonymous && column.openness === 'masked' && typeof value === 'string'
    ? maskText(value, exported.ticket.draft.contact)
    : value
}

/** How a value is written in a cell. Moments are written by the clocks of the place, to the second. */
export function createCellOf(desk: Desk): (column: TicketColumn, value: Raw) => Cell {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: desk.rules.calendar.timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  return (column, value) => {
    if (value instanceof Date) return format.format(value)
    if (value === null || value === '' || typeof value === 'number') return value
    return column.say === undefined ? String(value) : column.say(String(value), desk)
  }
}
