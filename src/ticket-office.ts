import type { ConversationEvent } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Catalogue, Dispatcher } from './core/dispatch.ts'
import type { Log } from './core/log.ts'
import type { Phrase, Speak } from './core/phrase.ts'
import { StaleTicket } from './core/stale-ticket.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import type { Actor, TicketCase, TicketEvent } from './core/ticket-life.ts'
import type { Calendar } from './tickets/calendar/create-calendar.ts'
import type { Deadlines } from './tickets/deadlines.ts'
import { applyEvent } from './tickets/life/apply-event.ts'
import type { TicketCommand } from './tickets/life/command.ts'
import { decide } from './tickets/life/decide.ts'
import type { Setting } from './tickets/life/setting.ts'
import { nextLook, sweepCase } from './tickets/life/sweep-case.ts'
import { createJudge } from './judge-ticket.ts'
import { createNotify, type Notify } from './ticket-notice.ts'

export interface TicketOfficeOptions {
  store: Store
  rules: Deadlines
  calendar: Calendar
  /** The subjects and bodies that there are; null: whatever a command names. */
  catalogue: Catalogue | null
  /** Judges to whom a demand goes; null: persons do. */
  dispatcher: Dispatcher | null
  speak: Speak
  clock: Clock
  log: Log
  /** What a conversation's watchers are told. */
  announce: (conversation: string, event: ConversationEvent) => void
  /** Called with a notice once it is stored. */
  send: (entry: OutboxEntry) => void
}

export type OfficeAnswer =
  | { kind: 'done'; ticket: TicketCase; events: readonly TicketEvent[] }
  /** The same command by the same sender under the same key was done before: nothing happens. */
  | { kind: 'repeated'; ticket: TicketCase }
  | { kind: 'refused'; why: Phrase }
  | { kind: 'unknown' }

/** Changes demands: everything that happens to one after its filing goes through here. */
export interface TicketOffice {
  /** Does one thing to a demand, in one transaction with what the citizen is told of it. */
  execute(number: string, command: TicketCommand): Promise<OfficeAnswer>
  /** Does the same to every demand of an incident, each for itself: a reply reaches every reporter. */
  executeAll(incident: string, command: TicketCommand): Promise<readonly { number: string; answer: OfficeAnswer }[]>
  /** Takes in a demand that nobody has taken in yet, adds what time has brought, and notes when to look again. */
  look(number: string, signal: AbortSignal): Promise<void>
  /** Notes that a demand is to be looked at again later, whatever is the matter with it. */
  postpone(number: string, until: Date): Promise<void>
}

const clockwork: Actor = { role: 'clock', id: 'deadlines' }
/** Others who change the same ticket at the same time are let past so often. */
const attempts = 6

/** What is to be added to a demand as it is found. */
type Plan = (
  ticket: TicketCase,
  history: () => Promise<readonly TicketEvent[]>,
) => Promise<{ answer: OfficeAnswer; by: Actor }>

/** The one place that changes demands: load, decide, append and tell in one transaction, and again where somebody else was faster. */
export function createTicketOffice(options: TicketOfficeOptions): TicketOffice {
  const { store, clock } = options
  const notify = createNotify(options)
  const settingAt = (now: Date): Setting => ({ ...options, now })

  async function change(number: string, now: Date, plan: Plan): Promise<OfficeAnswer> {
    for (let attempt = 1; ; attempt += 1)
      try {
        const { answer, entries } = await store.transaction((inside) =>
          changeOnce(inside, number, { setting: settingAt(now), plan, notify }),
        )
        for (const entry of entries) publish(entry)
        return answer
      } catch (error) {
        if (!(error instanceof StaleTicket) || attempt >= attempts) throw error
      }
  }

  function publish(entry: OutboxEntry): void {
    options.announce(entry.conversation, { kind: 'reply', entry })
    options.send(entry)
  }

  /** Several commands as one change: the citizen is told once. */
  const executeInOne: ExecuteInOne = (number, commands) => {
    const now = clock()
    return change(number, now, planCommands(commands, settingAt(now)))
  }

  const takeIn = createTakeIn(options, executeInOne)

  return {
    execute: (number, command) => executeInOne(number, [command]),
    async executeAll(incident, command) {
      const found = await store.cases.incident(incident)
      const answers: { number: string; answer: OfficeAnswer }[] = []
      for (const number of found?.tickets ?? []) answers.push({ number, answer: await executeInOne(number, [command]) })
      return answers
    },
    async look(number, signal) {
      const ticket = await store.cases.case(number)
      if (ticket !== null) await takeIn(ticket, signal)
      const now = clock()
      await change(number, now, (found) => {
        const events = sweepCase(found, settingAt(now))
        return Promise.resolve({
          answer: { kind: 'done', events, ticket: events.reduce(applyEvent, found) },
          by: clockwork,
        })
      })
    },
    async postpone(number, until) {
      const ticket = await store.cases.case(number)
      if (ticket === null) return
      await store.cases.append({ before: ticket.version, events: [], now: ticket, lookAt: until })
    },
  }
}

type ExecuteInOne = (number: string, commands: readonly TicketCommand[]) => Promise<OfficeAnswer>

/** What the judge could not judge is left as it is: it waits for a person, and is looked at again when its time to be taken in is over. */
function createTakeIn({ dispatcher, log }: Pick<TicketOfficeOptions, 'dispatcher' | 'log'>, execute: ExecuteInOne) {
  const judge = dispatcher === null ? null : createJudge({ dispatcher, log })
  return async (ticket: TicketCase, signal: AbortSignal): Promise<void> => {
    const commands = ticket.state !== 'filed' || judge === null ? [] : await judge(ticket, signal)
    if (commands.length === 0) return
    const { number } = ticket
    const whole = await execute(number, commands)
    // What cannot be dispatched is accepted all the same, so that its clock is known to whoever dispatches it.
    const answer = whole.kind === 'refused' ? await execute(number, commands.slice(0, 1)) : whole
    const why = whole.kind === 'refused' ? whole.why.id : null
    log(why === null ? 'info' : 'warn', 'ticket taken in', { number, outcome: answer.kind, why })
  }
}

/** Commands that are sent again under their key are known by the events that they made the first time. */
const planCommands =
  (commands: readonly TicketCommand[], setting: Setting): Plan =>
  async (ticket, history) => {
    const by = commands[0]?.by ?? clockwork
    const keys = new Set(commands.flatMap(({ key }) => (key === undefined ? [] : [key])))
    const repeated =
      keys.size > 0 &&
      (await history()).some((event) => event.by.id === by.id && event.key !== undefined && keys.has(event.key))
    if (repeated) return { answer: { kind: 'repeated', ticket }, by }
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

/** Inside the transaction: nothing is told that is not recorded, and nothing recorded that is not told. */
async function changeOnce(
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
  const entries = events.length === 0 ? [] : await notify(store, { before, events, now }, { by, at: setting.now })
  return { answer, entries }
}
