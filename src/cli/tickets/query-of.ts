import type { TicketPage, TicketQuery } from '../../core/ticket-cases.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import { parseRegion } from '../../core/region.ts'
import type { TicketState } from '../../core/ticket.ts'
import { needBody } from './need-body.ts'
import { createReadMoment } from './read-moment.ts'
import type { Desk } from './with-desk.ts'

/** Which demands a command is about. */
export interface FilterOptions {
  state?: readonly TicketState[]
  department?: string
  subject?: string
  region?: string
  incident?: string
  overdue?: boolean
  supervised?: boolean
  words?: string
  from?: string
  to?: string
  order?: TicketQuery['order']
}

export type Filter = Omit<TicketQuery, 'limit' | 'after'>

/** Where a reply is still to come. */
export const awaitReply: readonly TicketState[] = ['accepted', 'dispatched', 'in-progress', 'objected']

/** What is paused is not late, whatever its date says. */
export const isLate = ({ paused }: TicketCase): boolean => paused === null

const wholeDay = 24 * 60

/** A moment of an option; throws, in the operator's words, where it cannot be read. A day alone is so many minutes after its beginning. */
function needMoment({ rules, tell }: Pick<Desk, 'rules' | 'tell'>, text: string, minutes = 0): Date {
  const at = createReadMoment(rules.calendar.timeZone)(text, minutes)
  if (at === null) throw new Error(tell('operator.tickets.wrong.moment', { text }))
  return at
}

/** Until when something is asked for. A day alone ends when the office closes. */
export const needLimit = (desk: Pick<Desk, 'rules' | 'tell'>, text: string): Date =>
  needMoment(desk, text, desk.rules.calendar.hours.at(-1)?.to ?? wholeDay)

/** What the options come to; throws, in the operator's words, where one cannot be used. */
export function filterOf(desk: Desk, options: FilterOptions): Filter {
  const { state, department, subject, region, incident, overdue, supervised, words, from, to, order } = options
  if (subject !== undefined && !/^(?:\d{2}){1,3}$/u.test(subject))
    throw new Error(desk.tell('operator.tickets.wrong.subject', { text: subject }))
  const states = overdue === true ? (state ?? awaitReply).filter((each) => awaitReply.includes(each)) : state
  return {
    order: order ?? 'newest',
    ...(states === undefined ? {} : { states }),
    ...(department === undefined ? {} : { department: needBody(desk, department) }),
    ...(subject === undefined ? {} : { subject: subject.replace(/(?:00)+$/u, '') }),
    ...(region === undefined ? {} : { region: parseRegion(region) }),
    ...(incident === undefined ? {} : { incident }),
    ...(overdue === true ? { dueBefore: desk.clock() } : {}),
    ...(supervised === true ? { supervised } : {}),
    ...(words === undefined ? {} : { words }),
    ...(from === undefined ? {} : { filedFrom: needMoment(desk, from) }),
    ...(to === undefined ? {} : { filedBefore: needMoment(desk, to, wholeDay) }),
  }
}

const pageSize = 200

/** All demands that match, a page at a time: never more than one page is held. */
export async function* searchAll(
  { store }: Pick<Desk, 'store'>,
  filter: Filter,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly TicketCase[]> {
  let left = most
  let after: string | null = null
  do {
    const query: TicketQuery = { ...filter, limit: Math.min(pageSize, left), ...(after === null ? {} : { after }) }
    const page: TicketPage = await store.cases.search(query)
    if (page.tickets.length > 0) yield page.tickets
    left -= page.tickets.length
    after = page.next
  } while (after !== null && left > 0)
}
