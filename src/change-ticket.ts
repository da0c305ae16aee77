import { phrase } from './core/phrase.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import type { TicketCommand } from './core/ticket-command.ts'
import type { Actor, TicketCase, TicketEvent } from './core/ticket-life.ts'
import { changedMeanwhile, type OfficeAnswer } from './core/ticket-office.ts'
import { decide } from './tickets/life/decide.ts'
import type { Setting } from './tickets/life/setting.ts'
import { nextLook } from './tickets/life/sweep-case.ts'
import { queueWebhooks } from './queue-webhooks.ts'
import type { Notify } from './ticket-notice.ts'

/** Who acts where nobody gave a command. */
export const clockwork: Actor = { role: 'clock', id: 'deadlines' }

/** What is to be added to a demand as it is found. */
export type Plan = (
  ticket: TicketCase,
  history: () => Promise<readonly TicketEvent[]>,
) => Promise<{ answer: OfficeAnswer; by: Actor }>

/** Commands that are sent again under their key are known by the events that they made the first time. */
export const planCommands =
  (commands: readonly TicketCommand[], setting: Setting): Plan =>
  async (ticket, history) => {
    const by = commands[0]?.by ?? clockwork
    const keys = new Set(commands.flatMap(({ key }) => (key === undefined ? [] : [key])))
    const repeated =
      keys.size > 0 &&
      (await history()).some((event) => event.by.id === by.id && event.key !== undefined && keys.has(event.key))
    if (repeated) return { answer: { kind: 'repeated', ticket }, by }
    const stale = commands.some(({ seen }) => seen !== undefined && seen !== ticket.version)
    if (stale) return { answer: { kind: 'refused', why: phrase(changedMeanwhile, { number: ticket.number }) }, by }
    let present = ticket
    const events: TicketEvent[] = []
    for (const command of commands) {
      const decision = decide(command, present, setting)
      if (decision.kind === 'refused') return { answer: decision, by }
      present = decision.now
      events.push(...decision.events)
    }
    return { answer: { kind: 'done', ticket: present, events }, by }
  }

/**
 * Changes a demand inside the transaction of the store handed in: nothing is told that is not recorded, and nothing recorded that is not
 * told.
 */
export async function changeTicket(
  store: Store,
  number: string,
  { setting, plan, notify }: { setting: Setting; plan: Plan; notify: Notify },
): Promise<{ answer: OfficeAnswer; entries: readonly OutboxEntry[] }> {
  const before = await store.cases.case(number)
  if (before === null) return { answer: { kind: 'unknown' }, entries: [] }
  const { answer, by } = await plan(before, () => store.cases.history(number))
  if (answer.kind !== 'done') return { answer, entries: [] }
  const { events, ticket: now } = answer
  await store.cases.append({ before: before.version, events, now, lookAt: nextLook(now, setting) })
  if (events.length === 0) return { answer, entries: [] }
  const entries = await notify(store, { before, events, now }, { by, at: setting.now })
  await queueWebhooks(store, { before, events, now })
  return { answer, entries }
}
