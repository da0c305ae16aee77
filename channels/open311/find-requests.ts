import type { TicketCases, TicketQuery } from '../../src/core/ticket-cases.ts'
import type { TicketCase } from '../../src/core/ticket-life.ts'
import type { RequestQuery } from './read-query.ts'

type Cases = Pick<TicketCases, 'case' | 'search'>
const atOnce = 500

/** The form of a demand's number. */
export const isNumber = (text: string): boolean => /^\d{8}-\d{4,12}$/u.test(text)

/** The first `count` of a search, the newest first. */
async function collect(
  cases: Cases,
  query: Omit<TicketQuery, 'limit' | 'after' | 'order'>,
  count: number,
): Promise<TicketCase[]> {
  const found: TicketCase[] = []
  let after: string | null = null
  do {
    const limit = Math.min(atOnce, count - found.length)
    const page = await cases.search({ ...query, order: 'newest', limit, ...(after === null ? {} : { after }) })
    found.push(...page.tickets)
    after = page.next
  } while (after !== null && found.length < count)
  return found
}

/** Finds the demands asked for, the newest first. Handovers to persons are none. */
export async function findRequests(cases: Cases, query: RequestQuery): Promise<readonly TicketCase[]> {
  if (query.kind === 'numbers') {
    const found = await Promise.all(query.numbers.filter(isNumber).map((number) => cases.case(number)))
    return found.filter((ticket) => ticket !== null)
  }
  const { codes, states, from, before, page, size } = query
  const base = { filedFrom: from, filedBefore: before, ...(states === null ? {} : { states }) }
  if (codes.length === 0) return (await collect(cases, base, page * size)).slice((page - 1) * size)
  const some: TicketCase[] = []
  for (const subject of codes.filter((code) => /^\d{6}$/u.test(code)))
    some.push(...(await collect(cases, { ...base, subject }, page * size)))
  return some
    .toSorted((one, other) => other.filedAt.getTime() - one.filedAt.getTime() || other.number.localeCompare(one.number))
    .slice((page - 1) * size, page * size)
}
