import type { Phrase } from '../../core/phrase.ts'
import type { TicketCase, TicketEvent } from '../../core/ticket-life.ts'
import { applyEvent } from './apply-event.ts'
import type { CommandKind, Commands, TicketCommand } from '../../core/ticket-command.ts'
import { beside, leave } from './commands/beside.ts'
import { handle } from './commands/handle.ts'
import { stopClock } from './commands/stop-clock.ts'
import { takeIn } from './commands/take-in.ts'
import { visit } from './commands/visit.ts'
import type { Handlers } from './handler.ts'
import { mayDo } from './may-do.ts'
import type { Answer, EventBody, Setting } from './setting.ts'
import { sweepCase } from './sweep-case.ts'

export type Decision =
  { kind: 'done'; events: readonly TicketEvent[]; now: TicketCase } | { kind: 'refused'; why: Phrase }

const handlers: Handlers<CommandKind> = { ...takeIn, ...handle, ...stopClock, ...visit, ...leave, ...beside }

const answerTo = <K extends CommandKind>(kind: K, command: Commands[K], ticket: TicketCase, setting: Setting): Answer =>
  handlers[kind](command, ticket, setting)

/** Time comes first, whether or not a sweep has been: a pause that is over is over, and what is late is late. Reminders have lost their use. */
const broughtByTime = (ticket: TicketCase, setting: Setting): readonly TicketEvent[] =>
  sweepCase(ticket, setting).filter(({ kind }) => kind !== 'reminded')

/** What a command comes to: events to be added, or why it cannot be done. Pure: the same case at the same moment gets the same answer. */
export function decide(command: TicketCommand, ticket: TicketCase, setting: Setting): Decision {
  const before = broughtByTime(ticket, setting)
  const present = before.reduce(applyEvent, ticket)
  const barred = mayDo(command, present)
  if (barred !== null) return { kind: 'refused', why: barred.refused }
  const answer = answerTo(command.kind, command, present, setting)
  if ('refused' in answer) return { kind: 'refused', why: answer.refused }
  const { by, key } = command
  const mark = { at: setting.now, by, ...(key === undefined ? {} : { key }) }
  const stamp = (body: EventBody): TicketEvent => ({ ...body, ...mark })
  const events = answer.map(stamp)
  return { kind: 'done', events: [...before, ...events], now: events.reduce(applyEvent, present) }
}
