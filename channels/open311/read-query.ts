import type { TicketState } from '../../src/core/ticket.ts'
import { readMoment } from './read-moment.ts'
import { refuse } from './refusal.ts'
import { openStates } from '../../src/core/ticket.ts'
import { closedStates } from './show-request.ts'

/** Which requests are asked for. */
export type RequestQuery =
  | { kind: 'numbers'; numbers: readonly string[] }
  | {
      kind: 'search'
      codes: readonly string[]
      states: readonly TicketState[] | null
      from: Date
      before: Date
      page: number
      size: number
    }

/** The specification's bounds of one answer. */
const longestSpan = 90 * 86_400_000
const mostRequests = 1000
const mostNames = 200
/** As deep as pages go: what lies deeper is found by asking for a shorter time. */
const deepest = 10_000

const namesIn = (query: URLSearchParams, name: string): string[] => [
  ...new Set(
    query
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((part) => part.trim())
      .filter(Boolean),
  ),
]

function few(query: URLSearchParams, name: string): string[] {
  const names = namesIn(query, name)
  if (names.length > mostNames) throw refuse(400, 'too-many', { name, most: String(mostNames) })
  return names
}

function readStates(query: URLSearchParams): readonly TicketState[] | null {
  const asked = namesIn(query, 'status').map((status) => status.toLowerCase())
  if (asked.some((status) => status !== 'open' && status !== 'closed')) throw refuse(400, 'status')
  if (asked.length === 0) return null
  return [...(asked.includes('open') ? openStates : []), ...(asked.includes('closed') ? closedStates : [])]
}

function momentIn(query: URLSearchParams, name: string): Date | null {
  const text = (query.get(name) ?? '').trim()
  if (text === '') return null
  const at = readMoment(text)
  if (at === null) throw refuse(400, 'moment', { name })
  return at
}

/** The last 90 days, or 90 days from or until the one day that is named. */
function readSpan(query: URLSearchParams, now: Date): { from: Date; before: Date } {
  const [start, end] = [momentIn(query, 'start_date'), momentIn(query, 'end_date')]
  const until = end ?? (start === null ? now : new Date(Math.min(now.getTime(), start.getTime() + longestSpan)))
  const from = start ?? new Date(until.getTime() - longestSpan)
  if (until.getTime() - from.getTime() > longestSpan) throw refuse(400, 'span')
  return { from, before: new Date(until.getTime() + 1) }
}

function readCount(query: URLSearchParams, name: string, standard: number): number {
  const text = (query.get(name) ?? '').trim()
  if (text === '') return standard
  const count = /^\d{1,6}$/u.test(text) ? Number(text) : 0
  if (count < 1) throw refuse(400, 'count', { name })
  return count
}

/** Reads which requests are asked for; their numbers, where there are any, override all else. */
export function readQuery(query: URLSearchParams, now: Date): RequestQuery {
  const numbers = few(query, 'service_request_id')
  if (numbers.length > 0) return { kind: 'numbers', numbers }
  const size = Math.min(mostRequests, readCount(query, 'page_size', mostRequests))
  const page = readCount(query, 'page', 1)
  if (page > 1 && page * size > deepest) throw refuse(400, 'too-deep', { most: String(deepest) })
  return {
    ...{ kind: 'search', page, size, codes: few(query, 'service_code'), states: readStates(query) },
    ...readSpan(query, now),
  }
}
