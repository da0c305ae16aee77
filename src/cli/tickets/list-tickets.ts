import { formatRegion } from '../../core/region.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import type { Ticket } from '../../core/ticket.ts'
import { dueWords } from './due-words.ts'
import { filterOf, isLate, searchAll, type Filter, type FilterOptions } from './query-of.ts'
import { triedLine } from './tried-line.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

export interface ListOptions extends FilterOptions {
  limit: number
  json?: boolean
}

function describe(desk: Desk, ticket: Ticket, found: TicketCase | null): readonly string[] {
  const { tell, words } = desk
  const { number, kind, filedAt, state, reason, draft } = ticket
  const what =
    kind === 'handover' && reason !== null ? `operator.ticket.handover.${reason}` : `operator.ticket.kind.${draft.kind}`
  const place = draft.region === null || draft.region.length === 0 ? [] : [formatRegion(draft.region)]
  const body = found?.assignment === null || found === null ? [] : [words.body(found.assignment.lead)]
  const due = found === null ? null : dueWords(desk, found)
  const flags = found?.supervised === true ? [tell('operator.tickets.supervised')] : []
  const about = [number, tell(what), words.state(state), words.moment(filedAt), ...place, ...body]
  return [
    [...about, ...(due === null ? [] : [due]), ...flags].join(' · '),
    `  ${draft.subject}`,
    ...(draft.description === draft.subject ? [] : [`  ${draft.description}`]),
    ...draft.tried.map((line) => `    ${triedLine(line, tell)}`),
  ]
}

async function findDemands(desk: Desk, filter: Filter, options: ListOptions): Promise<readonly TicketCase[]> {
  const found: TicketCase[] = []
  for await (const page of searchAll(desk, filter)) {
    found.push(...(options.overdue === true ? page.filter(isLate) : page))
    if (found.length >= options.limit) break
  }
  return found.slice(0, options.limit)
}

const filters = ['state', 'department', 'subject', 'region', 'incident', 'overdue', 'supervised'] as const
const ranges = ['words', 'from', 'to', 'order'] as const

/** Lists demands, the newest first or the most urgent; where nothing narrows it, handovers among them. */
export function listTickets(setting: DeskSetting, options: ListOptions): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { store, tell } = desk
    const narrowed = [...filters, ...ranges].some((name) => options[name] !== undefined)
    const demands = narrowed ? await findDemands(desk, filterOf(desk, options), options) : null
    const tickets: readonly Ticket[] = demands ?? (await store.tickets.list(options.limit))
    if (options.json === true) return void process.stdout.write(`${JSON.stringify(tickets, null, 2)}\n`)
    if (tickets.length === 0) console.log(tell(narrowed ? 'operator.tickets.none' : 'operator.ticket.none'))
    const cases = new Map(demands?.map((ticket) => [ticket.number, ticket]))
    for (const ticket of tickets) {
      const found = cases.get(ticket.number) ?? (await store.cases.case(ticket.number))
      for (const line of describe(desk, ticket, found)) console.log(line)
    }
  })
}
