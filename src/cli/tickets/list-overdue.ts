import type { TicketCase } from '../../core/ticket-life.ts'
import type { TicketState } from '../../core/ticket.ts'
import { ownerOf } from '../../tickets/life/owner-of.ts'
import { runningLimits } from '../../tickets/life/sweep-case.ts'
import { filterOf, searchAll, type FilterOptions } from './query-of.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

const waiting: readonly TicketState[] = [
  ...(['filed', 'accepted', 'dispatched', 'in-progress', 'objected', 'replied', 'visited'] as const),
]

/** The limits of a demand that have run out. */
const overdueOf = (desk: Desk, ticket: TicketCase) =>
  runningLimits(ticket, desk).flatMap(({ of, due }) => (due <= desk.clock() ? [{ of, due }] : []))

function ownerWords({ rules, words, tell }: Desk, ticket: TicketCase): string {
  const owner = ownerOf(ticket, rules)
  if (owner === null) return '–'
  return owner.id === null ? tell(`operator.tickets.role.${owner.role}`) : words.body(owner.id)
}

/** Lists every limit that has run out, whether for taking in, replying, reviewing or asking the citizen, and whose turn it is. */
export function listOverdue(
  setting: DeskSetting,
  { json = false, limit, ...options }: FilterOptions & { limit: number; json?: boolean },
): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { tell, words, clock } = desk
    const late: { number: string; state: TicketState; of: string; due: Date; owner: string; title: string }[] = []
    for await (const page of searchAll(desk, { ...filterOf(desk, options), states: waiting, order: 'due' }))
      for (const ticket of page)
        for (const limitOver of overdueOf(desk, ticket)) {
          const { number, state, draft } = ticket
          late.push({ number, state, ...limitOver, owner: ownerWords(desk, ticket), title: draft.subject })
        }
    const shown = late.toSorted((one, other) => one.due.getTime() - other.due.getTime()).slice(0, limit)
    if (json) return void process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
    console.log(tell('operator.tickets.overdue', { count: late.length }))
    for (const { number, state, of, due, owner, title } of shown) {
      const span = words.span(clock().getTime() - due.getTime())
      const what = tell('operator.tickets.overdue.line', {
        of: tell(`operator.tickets.watch.${of}`),
        due: words.moment(due),
        span,
      })
      console.log([number, words.state(state), what, owner, title].join(' · '))
    }
  })
}
