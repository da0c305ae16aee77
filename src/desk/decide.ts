import type { DeskActor, DeskCase, DeskCommand, DeskEvent, DeskEventBody } from '../core/desk.ts'
import { phrase, type Phrase } from '../core/phrase.ts'
import { applyEvent } from './apply-event.ts'

/** How long the desk's timers run, milliseconds. */
export interface DeskTimers {
  /** A holder who gives no sign of life for so long has lost the case. */
  absence: number
  /** So long a case that was passed to one person is kept for them. */
  reservation: number
}

export interface DeskSetting {
  now: Date
  timers: DeskTimers
}

export type DeskDecision =
  { kind: 'done'; events: readonly DeskEvent[]; now: DeskCase } | { kind: 'refused'; why: Phrase }

type Answer = { events: readonly DeskEventBody[] } | { refused: Phrase }

const refuse = (why: string): Answer => ({ refused: phrase(`desk.refused.${why}`) })
const done = (...events: readonly DeskEventBody[]): Answer => ({ events })
const after = ({ now }: DeskSetting, length: number) => new Date(now.getTime() + length)

/** Time comes first: whoever gave no sign of life has lost the case, whether or not a timer has said so. */
export const broughtByTime = (one: DeskCase, { now }: DeskSetting): readonly DeskEvent[] =>
  one.state === 'held' && one.heldUntil !== null && one.heldUntil <= now
    ? [{ kind: 'lapsed', at: one.heldUntil, by: { role: 'system' } }]
    : []

const isHolder = (one: DeskCase, by: DeskActor) => by.role === 'operator' && one.operator === by.id
/** Who holds it, and those who look after the desk. */
const commands = (one: DeskCase, by: DeskActor) => isHolder(one, by) || by.role === 'supervisor' || by.role === 'system'

function take(one: DeskCase, { operator, by }: Extract<DeskCommand, { kind: 'take' }>, setting: DeskSetting): Answer {
  if (by.role === 'citizen' || (by.role === 'operator' && by.id !== operator)) return refuse('not-yours')
  if (one.state === 'over') return refuse('over')
  if (one.state === 'held') {
    // Taking what one has already is a sign of life, so that a click that was sent twice does no harm.
    if (one.operator === operator) return done({ kind: 'kept', until: after(setting, setting.timers.absence) })
    if (by.role !== 'supervisor') return refuse('taken')
  }
  const { reservedFor } = one
  const reserved = reservedFor !== null && reservedFor.operator !== operator && reservedFor.until > setting.now
  if (reserved && by.role !== 'supervisor') return refuse('reserved')
  return done({ kind: 'taken', operator, until: after(setting, setting.timers.absence) })
}

function pass(
  one: DeskCase,
  { to, skill, note, by }: Extract<DeskCommand, { kind: 'pass' }>,
  setting: DeskSetting,
): Answer {
  if (one.state === 'over') return refuse('over')
  if (one.state !== 'held') return refuse('not-held')
  if (!commands(one, by)) return refuse('not-yours')
  if (to !== null && to === one.operator) return refuse('same')
  return done({
    kind: 'passed',
    to,
    skill,
    note,
    until: to === null ? null : after(setting, setting.timers.reservation),
  })
}

function answerTo(one: DeskCase, command: DeskCommand, setting: DeskSetting): Answer {
  const { by } = command
  switch (command.kind) {
    case 'take':
      return take(one, command, setting)
    case 'keep':
      return isHolder(one, by)
        ? done({ kind: 'kept', until: after(setting, setting.timers.absence) })
        : refuse('not-yours')
    case 'pass':
      return pass(one, command, setting)
    case 'ask-call-back':
      if (one.state === 'over') return refuse('over')
      if (one.state === 'held') return refuse('talking')
      return by.role === 'citizen' || by.role === 'supervisor'
        ? done({ kind: 'call-back-asked', callBack: command.callBack })
        : refuse('not-yours')
    case 'raise':
      if (one.state === 'over') return refuse('over')
      return one.urgent ? done() : done({ kind: 'raised' })
    case 'look':
      return done()
    case 'end':
      if (one.state === 'over') return refuse('over')
      // The citizen is never kept waiting against their will; what is held ends by whoever holds it.
      if (by.role === 'citizen' || commands(one, by))
        return done({ kind: 'ended', outcome: command.outcome, note: command.note })
      return refuse(one.state === 'held' ? 'not-yours' : 'not-held')
    default:
      return command satisfies never
  }
}

/** What a command comes to: events to be added, or why it cannot be done. Pure: the same case at the same moment gets the same answer. */
export function decideDesk(command: DeskCommand, one: DeskCase, setting: DeskSetting): DeskDecision {
  const before = broughtByTime(one, setting)
  const present = before.reduce(applyEvent, one)
  const answer = answerTo(present, command, setting)
  if ('refused' in answer) return { kind: 'refused', why: answer.refused }
  const events = answer.events.map((body): DeskEvent => ({ ...body, at: setting.now, by: command.by }))
  return { kind: 'done', events: [...before, ...events], now: events.reduce(applyEvent, present) }
}
