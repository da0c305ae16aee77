import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import type { Region } from '../core/region.ts'
import type { TicketCases } from '../core/ticket-cases.ts'
import type { TicketCase } from '../core/ticket-life.ts'
import { readCase } from './case-rows.ts'
import type { Tables, TicketTable } from './tables.ts'
import { contactKey, regionPath } from './ticket-columns.ts'

type Demand = Parameters<TicketCases['alike']>[0]

/** Greater than every text that begins with the path. */
export const behind = (path: string): string => `${path}\u{10ffff}`

/** The place itself, what lies in it and what holds it, but for the whole country. */
function relatedPlaces(region: Region): RawBuilder<boolean> {
  const path = regionPath(region)
  const outer = region.map((_, index) => regionPath(region.slice(0, index + 1)))
  return sql`(region in (${sql.join(outer)}) or (region >= ${path} and region < ${behind(path)}))`
}

/** One reason after the other, each over its own index, so that none of them reads through all tickets. */
export async function findAlike(db: Kysely<Tables>, demand: Demand): Promise<readonly TicketCase[]> {
  const { conversation, region, subject, since, limit } = demand
  const contact = contactKey(demand.contact)
  const reasons: RawBuilder<boolean>[] = [sql`conversation = ${conversation}`]
  if (contact !== null) reasons.push(sql`phone = ${contact}`, sql`email = ${contact}`)
  const placed = region !== null && region.length > 0
  if (subject !== null && placed) reasons.push(sql`subject = ${subject} and ${relatedPlaces(region)}`)
  // Where nobody said in which district it is, any may be meant.
  if (subject !== null) reasons.push(placed ? sql`subject = ${subject} and region = ''` : sql`subject = ${subject}`)
  const found = new Map<string, Selectable<TicketTable>>()
  for (const reason of reasons) {
    const { rows } = await sql<Selectable<TicketTable>>`select * from tickets
      where kind = 'ticket' and filed_at >= ${since.getTime()} and ${reason}
      order by filed_at desc, serial desc limit ${limit}`.execute(db)
    rows.forEach((row) => found.set(row.number, row))
  }
  return [...found.values()]
    .sort((a, b) => b.filed_at - a.filed_at || b.serial - a.serial)
    .slice(0, limit)
    .map(readCase)
}
