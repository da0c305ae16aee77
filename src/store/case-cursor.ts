import { sql, type RawBuilder } from 'kysely'
import type { TicketQuery } from '../core/ticket-cases.ts'

interface SortKeys {
  due: number
  filed_at: number
  serial: number
}

/** Where a page ends, as `after` of the next one: the keys of its last ticket. */
export const cursorAt = (order: TicketQuery['order'], { due, filed_at, serial }: SortKeys): string =>
  order === 'due' ? `due.${due}.${filed_at}.${serial}` : `newest.${filed_at}.${serial}`

/** Reads the keys back. Throws RangeError where the text is no end of such a page. */
export function keysAt(order: TicketQuery['order'], after: string): readonly number[] {
  const [name, ...written] = after.split('.')
  const keys = written.map(Number)
  if (name !== order || keys.length !== columnsOf(order).length || !keys.every(Number.isSafeInteger))
    throw new RangeError('This is no end of a page of such a search.')
  return keys
}

const columnsOf = (order: TicketQuery['order']) =>
  order === 'due' ? ['due', 'filed_at', 'serial'] : ['filed_at', 'serial']

/**
 * What comes behind these keys. No two tickets have the same, and those of a ticket's filing never change, so that no page repeats or
 * leaves out one, whatever is filed meanwhile.
 */
export function behindKeys(order: TicketQuery['order'], keys: readonly number[], table: string): RawBuilder<boolean> {
  const refs = sql.join(columnsOf(order).map((column) => sql.ref(`${table}.${column}`)))
  return sql`(${refs}) ${sql.raw(order === 'due' ? '>' : '<')} (${sql.join(keys)})`
}

export function orderBy(order: TicketQuery['order'], table: string): RawBuilder<unknown> {
  const direction = sql.raw(order === 'due' ? 'asc' : 'desc')
  return sql.join(columnsOf(order).map((column) => sql`${sql.ref(`${table}.${column}`)} ${direction}`))
}
