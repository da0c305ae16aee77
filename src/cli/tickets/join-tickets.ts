import { actorOf, execute, sayDone, type ActOptions } from './act.ts'
import { needCase } from './need-case.ts'
import { withDesk, type DeskSetting } from './with-desk.ts'

/** Joins demands to one incident: that of the first of them that has one, else a new one. What is in it already stays. */
export function joinTickets(setting: DeskSetting, numbers: readonly string[], options: ActOptions): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { store, clock, tell } = desk
    const tickets = await Promise.all(numbers.map((number) => needCase(desk, number)))
    const [first] = tickets
    if (first === undefined || tickets.length < 2) throw new Error(tell('operator.tickets.join-two'))
    const incident = tickets.find((ticket) => ticket.incident !== null)?.incident ?? `incident-${first.number}`
    const { subject, draft } = first
    await store.cases.openIncident({ id: incident, openedAt: clock(), subject, title: draft.subject })
    for (const ticket of tickets.filter((each) => each.incident !== incident)) {
      const by = actorOf(desk, ticket, options.as, 'operator')
      // A person says so: nothing is likelier.
      const [now, lines] = await execute(desk, ticket.number, { kind: 'join', by, incident, score: 1 })
      sayDone(desk, now, lines)
    }
  })
}
