import type { ConversationEvent } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Catalogue, Dispatcher } from './core/dispatch.ts'
import type { Log } from './core/log.ts'
import type { Speak } from './core/phrase.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import type { TicketCommand } from './core/ticket-command.ts'
import type { TicketCase } from './core/ticket-life.ts'
import type { OfficeAnswer, TicketOffice } from './core/ticket-office.ts'
import type { Calendar } from './tickets/calendar/create-calendar.ts'
import type { Deadlines } from './tickets/deadlines.ts'
import { applyEvent } from './tickets/life/apply-event.ts'
import type { Setting } from './tickets/life/setting.ts'
import { sweepCase } from './tickets/life/sweep-case.ts'
import { pastOthers } from './past-others.ts'
import { changeTicket, clockwork, planCommands, type Plan } from './change-ticket.ts'
import { createJudge } from './judge-ticket.ts'
import { createNotify } from './ticket-notice.ts'

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
  /** Called with a demand that was taken in by a later look. */
  takenIn?: (number: string) => Promise<void>
}

/** The one place that changes demands: load, decide, append and tell in one transaction, and again where somebody else was faster. */
export function createTicketOffice(options: TicketOfficeOptions): TicketOffice {
  const { store, clock } = options
  const notify = createNotify(options)
  const settingAt = (now: Date): Setting => ({ ...options, now })

  async function change(number: string, now: Date, plan: Plan): Promise<OfficeAnswer> {
    const { answer, entries } = await pastOthers(() =>
      store.transaction((inside) => changeTicket(inside, number, { setting: settingAt(now), plan, notify })),
    )
    for (const entry of entries) publish(entry)
    return answer
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
    async execute(number, command) {
      const answer = await executeInOne(number, [command])
      if (answer.kind === 'done') await replyToOthers(answer.ticket, command, { store, execute: executeInOne })
      return answer
    },
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

/** What a body replies to one report of an incident, it replies to all that it has: each reporter gets the answer. */
async function replyToOthers(
  { number, incident }: TicketCase,
  command: TicketCommand,
  { store, execute }: { store: Pick<Store, 'cases'>; execute: ExecuteInOne },
): Promise<void> {
  if (command.kind !== 'reply' || incident === null) return
  const { kind, by, text, attachments, key } = command
  const reply: TicketCommand = { kind, by, text, attachments, ...(key === undefined ? {} : { key }) }
  const found = await store.cases.incident(incident)
  for (const other of found?.tickets ?? []) {
    const ticket = other === number ? null : await store.cases.case(other)
    if (ticket === null || ticket.assignment?.lead !== command.by.id) continue
    if (ticket.state === 'dispatched' || ticket.state === 'in-progress') await execute(other, [reply])
  }
}

type ExecuteInOne = (number: string, commands: readonly TicketCommand[]) => Promise<OfficeAnswer>

/** What the judge could not judge is left as it is: it waits for a person, and is looked at again when its time to be taken in is over. */
function createTakeIn(
  { dispatcher, log, takenIn }: Pick<TicketOfficeOptions, 'dispatcher' | 'log' | 'takenIn'>,
  execute: ExecuteInOne,
) {
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
    await takenIn?.(number)
  }
}
