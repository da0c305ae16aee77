import type { Clock } from './core/clock.ts'
import type { DeskAnswer, DeskDoor, DeskOffice } from './core/desk-office.ts'
import type { DeskCommand, DeskEvent } from './core/desk.ts'
import { StaleTicket } from './core/stale-ticket.ts'
import type { Store } from './core/store.ts'
import type { DeskHours } from './desk/desk-hours.ts'
import type { Language } from './core/language.ts'
import { phrase } from './core/phrase.ts'
import { openCase } from './desk/apply-event.ts'
import { broughtByTime, decideDesk, type DeskTimers } from './desk/decide.ts'
import { forOperator, placeOf } from './desk/queue.ts'
import { pastOthers } from './past-others.ts'

export interface DeskOfficeOptions {
  store: Store
  clock: Clock
  timers: DeskTimers
  hours: DeskHours
  timeZone: string
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

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** A day and a time of the next days, as citizens read it. */
const momentOf = (at: Date, language: Language, timeZone: string) =>
  new Intl.DateTimeFormat(locales[language], {
    ...{
      timeZone,
      month: 'long',
      day: 'numeric',
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    },
  }).format(at)

/** Where conversations enter and leave, inside transactions of others. */
const createDoor = ({ clock, timers, hours, timeZone }: Omit<DeskOfficeOptions, 'store'>): DeskDoor => ({
  async ask({ desk }, asked) {
    const event: Extract<DeskEvent, { kind: 'asked' }> = {
      ...{ kind: 'asked', at: clock(), by: { role: 'citizen' }, case: asked },
    }
    await desk.open(event, openCase(event))
  },
  async tell({ desk }, number, language) {
    const now = clock()
    const opens = hours.opensAt(now)
    if (opens !== null && opens > now) return [phrase('desk.closed', { opens: momentOf(opens, language, timeZone) })]
    const before = placeOf(
      number,
      (await desk.current()).map((record) => record.case),
    )
    return before === null || before === 0 ? [] : [phrase('desk.before', { count: String(before) })]
  },
  async leave(store, conversation) {
    const found = await store.desk.ofConversation(conversation)
    if (found === null) return
    const command: DeskCommand = { kind: 'end', by: { role: 'citizen' }, outcome: 'assistant', note: '' }
    await change(store, found.case.number, command, { now: clock(), timers })
  },
})

/** Runs the desk over a store: load, decide and append in one transaction, and again where somebody else was faster. */
export function createDeskOffice(options: DeskOfficeOptions): DeskOffice {
  const { store, clock, timers } = options
  const execute: DeskOffice['execute'] = (number, command) =>
    pastOthers(() => store.transaction((inside) => change(inside, number, command, { now: clock(), timers })))
  return {
    ...createDoor(options),
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
