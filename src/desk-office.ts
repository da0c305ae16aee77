import type { Clock } from './core/clock.ts'
import type { DeskAnswer, DeskDoor, DeskOffice } from './core/desk-office.ts'
import type { DeskCommand, DeskEvent } from './core/desk.ts'
import { StaleTicket } from './core/stale-ticket.ts'
import type { Store } from './core/store.ts'
import { openCase } from './desk/apply-event.ts'
import { broughtByTime, decideDesk, type DeskTimers } from './desk/decide.ts'
import { forOperator } from './desk/queue.ts'
import { pastOthers } from './past-others.ts'

export interface DeskOfficeOptions {
  store: Store
  clock: Clock
  timers: DeskTimers
}

/** Does a command inside a transaction; throws `StaleTicket` where somebody was faster. */
async function change(
  { desk, conversations }: Store,
  number: string,
  command: DeskCommand,
  setting: { now: Date; timers: DeskTimers },
): Promise<DeskAnswer> {
  const found = await desk.find(number)
  if (found === null) return { kind: 'unknown' }
  const decision = decideDesk(command, found.case, setting)
  if (decision.kind === 'refused') return decision
  const { now, events } = decision
  if (events.length === 0) return { kind: 'done', case: now }
  if (!(await desk.change(now, found.version, events))) throw new StaleTicket(number)
  if (now.state === 'over' && found.case.state !== 'over')
    await conversations.update(now.conversation, { holder: 'assistant' })
  return { kind: 'done', case: now }
}

/** Where conversations enter and leave, inside transactions of others. */
const createDoor = ({ clock, timers }: Pick<DeskOfficeOptions, 'clock' | 'timers'>): DeskDoor => ({
  async ask({ desk }, asked) {
    const event: Extract<DeskEvent, { kind: 'asked' }> = {
      ...{ kind: 'asked', at: clock(), by: { role: 'citizen' }, case: asked },
    }
    await desk.open(event, openCase(event))
  },
  async leave(store, conversation) {
    const found = await store.desk.ofConversation(conversation)
    if (found === null) return
    const command: DeskCommand = { kind: 'end', by: { role: 'citizen' }, outcome: 'assistant', note: '' }
    await change(store, found.case.number, command, { now: clock(), timers })
  },
})

/** Runs the desk over a store: load, decide and append in one transaction, and again where somebody else was faster. */
export function createDeskOffice({ store, clock, timers }: DeskOfficeOptions): DeskOffice {
  const execute: DeskOffice['execute'] = (number, command) =>
    pastOthers(() => store.transaction((inside) => change(inside, number, command, { now: clock(), timers })))
  return {
    ...createDoor({ clock, timers }),
    execute,
    async queue(operator) {
      const records = await store.desk.current()
      return forOperator(
        records.map((record) => record.case),
        operator,
        clock(),
      )
    },
    async sweep() {
      const setting = { now: clock(), timers }
      const lost = (await store.desk.current()).filter((record) => broughtByTime(record.case, setting).length > 0)
      for (const { case: one } of lost) await execute(one.number, { kind: 'look', by: { role: 'system' } })
      return lost.length
    },
  }
}
