import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { DispatchAdvice } from '../../../src/core/dispatch.ts'
import { nothingTold } from '../../../src/core/ticket.ts'
import type { Actor, Assignment, TicketCase, TicketEvent } from '../../../src/core/ticket-life.ts'
import { createCalendar } from '../../../src/tickets/calendar/create-calendar.ts'
import { deadlineTable } from '../../../src/tickets/deadlines.ts'
import { applyEvent, startCase } from '../../../src/tickets/life/apply-event.ts'
import type { TicketCommand } from '../../../src/core/ticket-command.ts'
import { decide } from '../../../src/tickets/life/decide.ts'
import type { Setting } from '../../../src/tickets/life/setting.ts'
import { sweepCase } from '../../../src/tickets/life/sweep-case.ts'

const file = fileURLToPath(new URL('../../../knowledge/deadlines.yaml', import.meta.url))
export const rules = deadlineTable.parse(parse(readFileSync(file, 'utf8')))
export const calendar = createCalendar(rules.calendar)

/** Shanghai time: '2026-11-23 10:00', a Monday. */
export const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`)
export const shown = (moment: Date | null | undefined): string | null =>
  moment === null || moment === undefined
    ? null
    : new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export const monday = '2026-11-23 10:00'

export const setting = (now: Date): Setting => ({ rules, calendar, now, catalogue: null })

export const citizen: Actor = { role: 'citizen', id: 'conversation-1' }
export const assistant: Actor = { role: 'assistant', id: 'dispatch' }
export const operator: Actor = { role: 'operator', id: 'operator-1' }
export const reviewer: Actor = { role: 'reviewer', id: 'reviewer-1' }
export const leader: Actor = { role: 'leader', id: 'leader-1' }
export const department = (id = 'city-management'): Actor => ({ role: 'department', id })

export const assignTo = (lead = 'city-management', coHandling: readonly string[] = []): Assignment => ({
  lead,
  coHandling,
  line: 'D-0203-01',
  reason: '按派单目录',
})

export const advice = (change: Partial<DispatchAdvice> = {}): DispatchAdvice => ({
  ...{
    subject: '020301',
    term: 'ordinary',
    lead: 'city-management',
    coHandling: [],
    line: 'D-0203-01',
    excluded: null,
  },
  ...{ confidence: 0.95, reason: 'line', guesses: [{ code: '020301', confidence: 0.95 }], catalogue: 'c-1' },
  ...change,
})

export const newCase = (filedAt: Date = at(monday)): TicketCase =>
  startCase({
    number: '20261123-0001',
    conversation: citizen.id,
    filedAt,
    draft: {
      kind: 'complaint',
      subject: '夜间施工噪声',
      description: '新河路 8 号工地连续三晚施工到两点。',
      region: ['云汀市', '滨江区'],
      ...nothingTold,
      tried: [],
    },
  })

export const said = (solved: 'yes' | 'partly' | 'no' | 'unreached', courteous: 'yes' | 'no' | 'unsaid' = 'unsaid') =>
  ({ solved, courteous, contacted: 'unsaid', note: '还在施工' }) as const

export const commands = {
  accept: { kind: 'accept', by: operator, subject: '020301', term: 'ordinary', advice: null },
  acceptDanger: { kind: 'accept', by: operator, subject: '020301', term: 'danger', advice: null },
  dispatch: { kind: 'dispatch', by: operator, assignment: assignTo() },
  take: { kind: 'take', by: department() },
  object: { kind: 'object', by: department(), reason: '不属于我局职责', line: 'D-0203-01' },
  uphold: { kind: 'uphold-objection', by: reviewer, note: '属实', assignment: null },
  refuseObjection: { kind: 'refuse-objection', by: reviewer, note: '目录第 D-0203-01 行写明' },
  reply: { kind: 'reply', by: department(), text: '已责令停工。', attachments: [] },
  yes: { kind: 'visit', by: citizen, visit: said('yes', 'yes') },
  no: { kind: 'visit', by: citizen, visit: said('no') },
  unreached: { kind: 'visit', by: operator, visit: said('unreached') },
} as const satisfies Record<string, TicketCommand>

type Step = TicketCommand | string

/** A demand on its way: commands done one after another, and moments ('2026-11-24 09:00') that the clock goes on to. */
export interface Story {
  case: TicketCase
  history: readonly TicketEvent[]
  /** The phrase that said why the last command was not done; null where it was. */
  refused: string | null
  now: Date
}

export function tell(steps: readonly Step[], begin: Story = beginAt(monday)): Story {
  return steps.reduce<Story>((story, step) => {
    if (typeof step === 'string') return { ...story, now: at(step) }
    const decision = decide(step, story.case, setting(story.now))
    if (decision.kind === 'refused') return { ...story, refused: decision.why.id.replace('ticket.refused.', '') }
    return { ...story, case: decision.now, history: [...story.history, ...decision.events], refused: null }
  }, begin)
}

export const beginAt = (filed: string): Story => ({
  case: newCase(at(filed)),
  history: [{ kind: 'filed', at: at(filed), by: citizen }],
  refused: null,
  now: at(filed),
})

/** What time brings up to a moment, added. */
export function sweepAt(story: Story, moment: string): Story & { brought: readonly TicketEvent[] } {
  const brought = sweepCase(story.case, setting(at(moment)))
  const now = brought.reduce(applyEvent, story.case)
  return { ...story, now: at(moment), case: now, history: [...story.history, ...brought], brought }
}
