import type { Selectable } from 'kysely'
import type { Region } from '../core/region.ts'
import type { TicketCase } from '../core/ticket-life.ts'
import type { TicketDraft, TicketState } from '../core/ticket.ts'
import type { StoredLife } from './shapes/ticket-life-shape.ts'
import type { TicketTable } from './tables.ts'

/** Stands for "no due date", so that it sorts last in both engines: the last moment that a Date can be, milliseconds. */
export const never = 8_640_000_000_000_000

type Settled = 'closed' | 'withdrawn' | 'transferred'
const settled: Readonly<Record<Settled, true>> = { closed: true, withdrawn: true, transferred: true }
const open: Readonly<Record<Exclude<TicketState, Settled>, true>> = {
  ...{ filed: true, accepted: true, dispatched: true, 'in-progress': true, objected: true, replied: true },
  visited: true,
}

/** States in which nobody has to do anything more. */
export const settledStates: readonly string[] = Object.keys(settled)
/** All others. */
export const openStates: readonly string[] = Object.keys(open)

/** A place as text under which the places in it sort: '云汀市/滨江区/'. */
export const regionPath = (region: Region | null): string =>
  (region ?? []).map((name) => `${name.replaceAll('/', '／')}/`).join('')

/** The same key for the same telephone number or electronic address, however written; null where nothing of it is left. */
export function contactKey(contact: string | null): string | null {
  const written = (contact ?? '').normalize('NFKC').trim()
  if (written.includes('@')) return written.toLowerCase()
  const digits = written.replaceAll(/\D/gu, '').replace(/^(?:00)?86(?=1\d{10}$)/u, '')
  return digits === '' ? null : digits
}

/** What is looked for in a demand as it was told. */
export const toldColumns = ({ region, where, contact }: TicketDraft) => ({
  region: regionPath(where?.region ?? region),
  phone: contactKey(contact?.phone ?? null),
  email: contactKey(contact?.email ?? null),
})

/** What a demand's events add up to. */
export function lifeColumns(
  now: TicketCase,
): Pick<
  Selectable<TicketTable>,
  'state' | 'subject' | 'due' | 'settled' | 'supervised' | 'breached' | 'incident' | 'version' | 'life'
> {
  const { term, advice, assignment, dispatchedAt, paused, asked, objection, bounces, extensions } = now
  const { reworks, reopens, urged, escalated, reminded, repliedAt, visit, unreached, calledAt } = now
  const { repeats, closedAt, closedAs } = now
  const life: StoredLife = {
    ...{ term, advice, assignment, dispatchedAt, paused, asked, objection, bounces, extensions },
    ...{ reworks, reopens, urged, escalated, reminded, repliedAt, visit, unreached, calledAt },
    ...{ repeats, closedAt, closedAs },
  }
  return {
    state: now.state,
    subject: now.subject,
    due: now.due?.getTime() ?? never,
    settled: settledStates.includes(now.state) ? 1 : 0,
    supervised: now.supervised ? 1 : 0,
    breached: now.breached,
    incident: now.incident,
    version: now.version,
    life: JSON.stringify(life),
  }
}
