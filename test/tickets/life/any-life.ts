import fc from 'fast-check'
import type { Term } from '../../../src/core/dispatch.ts'
import type { Actor, TicketCase, TicketEvent, Visit } from '../../../src/core/ticket-life.ts'
import { applyEvent } from '../../../src/tickets/life/apply-event.ts'
import type { CommandKind, TicketCommand } from '../../../src/core/ticket-command.ts'
import { decide } from '../../../src/tickets/life/decide.ts'
import { sweepCase } from '../../../src/tickets/life/sweep-case.ts'
import { advice, assignTo, at, citizen, newCase, setting } from './makers.ts'

const bodies = ['city-management', 'housing', 'water', 'police'] as const
const terms: readonly Term[] = ['danger', 'utility', 'ordinary', 'complex']
const roles: readonly Actor['role'][] = [
  'citizen',
  'assistant',
  'operator',
  'reviewer',
  'department',
  'leader',
  'clock',
]
const hour = 3_600_000

/** Who usually does it: without this most of what is tried would be refused for its role. */
const usual: Readonly<Record<CommandKind, readonly Actor['role'][]>> = {
  ...{ accept: ['operator', 'assistant'], reclassify: ['operator'], dispatch: ['operator', 'reviewer', 'assistant'] },
  ...{ redispatch: ['operator', 'leader'], take: ['department'], object: ['department'], reply: ['department'] },
  ...{ 'uphold-objection': ['reviewer'], 'refuse-objection': ['leader'], 'ask-pause': ['department'] },
  ...{ 'ask-extension': ['department'], approve: ['reviewer'], 'refuse-asking': ['reviewer'], resume: ['department'] },
  ...{ visit: ['citizen', 'operator'], rate: ['citizen'], rework: ['operator'], close: ['operator', 'reviewer'], reopen: ['citizen'] },
  ...{ withdraw: ['citizen'], transfer: ['operator'], supplement: ['citizen', 'department'], urge: ['citizen'] },
  ...{ supervise: ['leader'], join: ['operator'], part: ['operator'], repeat: ['citizen'], 'undo-repeat': ['citizen'] },
}
const kinds = Object.keys(usual) as CommandKind[]
/** What fits a demand in its state: without this most of what is tried would be refused for that. */
const fitting: Readonly<Record<TicketCase['state'], readonly CommandKind[]>> = {
  filed: ['accept'],
  accepted: ['dispatch', 'dispatch', 'dispatch', 'reclassify'],
  dispatched: ['object', 'object', 'take', 'take', 'redispatch', 'ask-pause', 'reply', 'approve'],
  'in-progress': [
    'reply',
    'reply',
    'ask-pause',
    'ask-extension',
    'approve',
    'approve',
    'resume',
    'redispatch',
    'reclassify',
  ],
  objected: ['uphold-objection', 'uphold-objection', 'refuse-objection'],
  replied: ['visit'],
  visited: ['rework', 'close', 'visit', 'rate'],
  closed: ['reopen', 'visit', 'rate'],
  withdrawn: ['reopen'],
  transferred: ['urge'],
}

interface Dice {
  kind: CommandKind | 'fitting'
  role: Actor['role'] | 'usual'
  which: number
  body: number
  hours: number
}

/** A step: the clock goes on, then a sweep or a command that fits the demand as it then is, or does not. */
export type LifeStep = Dice & { wait: number; sweep: boolean }

const wait = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 30 * hour }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 25 * 24 * hour }) },
)

export const lifeSteps: fc.Arbitrary<readonly LifeStep[]> = fc.array(
  fc.record({
    wait,
    sweep: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    kind: fc.oneof(
      { weight: 5, arbitrary: fc.constant('fitting' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...kinds) },
    ),
    role: fc.oneof(
      { weight: 9, arbitrary: fc.constant('usual' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...roles) },
    ),
    which: fc.nat(71),
    body: fc.nat(bodies.length - 1),
    hours: fc.oneof(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 40 * 24 })),
  }),
  { minLength: 1, maxLength: 90, size: 'max' },
)

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

const visits: readonly Visit['solved'][] = ['yes', 'partly', 'no', 'no', 'unreached', 'unreached']

function commandOf(dice: Dice, ticket: TicketCase, now: Date): TicketCommand {
  const { role, which, body, hours } = dice
  const kind = dice.kind === 'fitting' ? (pick(fitting[ticket.state], which) ?? 'urge') : dice.kind
  const chosen = role === 'usual' ? (pick(usual[kind], Math.floor(which / 9)) ?? 'operator') : role
  const lead = ticket.assignment?.lead
  const stranger = role !== 'usual' && which % 2 === 0
  const id = chosen === 'department' ? ((stranger ? bodies[body] : lead) ?? 'housing') : `${chosen}-1`
  const by: Actor = { role: chosen, id }
  const reason = which === 0 ? '' : '理由'
  const assignment = assignTo(bodies[body])
  const term = terms[which % 4] ?? 'ordinary'
  const until = new Date((kind === 'ask-extension' ? (ticket.due ?? now) : now).getTime() + hours * hour)
  const solved = pick(visits, Math.floor(which / 2)) ?? 'no'
  const all: { readonly [K in CommandKind]: Extract<TicketCommand, { kind: K }> } = {
    accept: { kind: 'accept', by, subject: '020301', term, advice: advice({ lead: assignment.lead, term }) },
    reclassify: { kind: 'reclassify', by, subject: '020301', term, note: reason },
    dispatch: { kind: 'dispatch', by, assignment },
    redispatch: { kind: 'redispatch', by, assignment },
    take: { kind: 'take', by },
    object: { kind: 'object', by, reason: '不属于', line: reason },
    'uphold-objection': { kind: 'uphold-objection', by, note: '属实', assignment: which % 2 === 0 ? assignment : null },
    'refuse-objection': { kind: 'refuse-objection', by, note: reason },
    'ask-pause': { kind: 'ask-pause', by, reason, until },
    'ask-extension': { kind: 'ask-extension', by, reason, until },
    approve: { kind: 'approve', by, until: which % 3 === 0 ? until : null },
    'refuse-asking': { kind: 'refuse-asking', by, note: reason },
    resume: { kind: 'resume', by },
    reply: { kind: 'reply', by, text: reason, attachments: [] },
    visit: { kind: 'visit', by, visit: { solved, courteous: 'unsaid', contacted: 'unsaid', note: '' } },
    rate: { kind: 'rate', by, courteous: which % 2 === 0 ? 'yes' : 'no', contacted: 'unsaid' },
    rework: { kind: 'rework', by, note: reason },
    close: { kind: 'close', by, note: reason },
    reopen: { kind: 'reopen', by, reason },
    withdraw: { kind: 'withdraw', by, reason },
    transfer: { kind: 'transfer', by, to: '110', number: null, context: reason },
    supplement: { kind: 'supplement', by, text: reason, attachments: [] },
    urge: { kind: 'urge', by, text: '' },
    supervise: { kind: 'supervise', by, note: reason },
    join: { kind: 'join', by, incident: 'incident-1', score: 0.8 },
    part: { kind: 'part', by, incident: 'incident-1' },
    repeat: { kind: 'repeat', by, conversation: `conversation-${which}`, text: '' },
    'undo-repeat': { kind: 'undo-repeat', by, conversation: ticket.repeats[0] ?? 'conversation-1' },
  }
  return all[kind]
}

/** One moment of a life: what was added, and the demand before and after. */
export interface Moment {
  now: Date
  before: TicketCase
  added: readonly TicketEvent[]
  after: TicketCase
}

export interface Life {
  moments: readonly Moment[]
  history: readonly TicketEvent[]
}

export function live(steps: readonly LifeStep[]): Life {
  const filedAt = at('2026-09-28 16:30')
  let ticket = newCase(filedAt)
  let now = filedAt
  const moments: Moment[] = []
  for (const step of steps) {
    now = new Date(now.getTime() + step.wait)
    const before = ticket
    const decision = step.sweep ? null : decide(commandOf(step, ticket, now), ticket, setting(now))
    const swept = step.sweep ? sweepCase(ticket, setting(now)) : []
    const added = decision === null ? swept : decision.kind === 'done' ? decision.events : []
    ticket = decision?.kind === 'done' ? decision.now : added.reduce(applyEvent, ticket)
    moments.push({ now, before, added, after: ticket })
  }
  const filed: TicketEvent = { kind: 'filed', at: filedAt, by: citizen }
  return { moments, history: [filed, ...moments.flatMap(({ added }) => added)] }
}
