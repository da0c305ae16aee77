import { createDialogue } from '../../src/compose.ts'
import type { IntakeQuestion } from '../../src/core/intake.ts'
import { parseRegion } from '../../src/core/region.ts'
import type { PipelineResult } from '../../src/core/run-pipeline.ts'
import type { Step } from '../../src/core/step.ts'
import { unmask } from '../../src/steps/recall-personal-data.ts'
import type { TicketDraft } from '../../src/core/ticket.ts'
import type { PersonalDatum } from '../../src/core/turn.ts'
import type { IntakeCase } from './intake-case.ts'

/** How a dialogue went: its end, what was filed, and what was asked on the way. */
export interface HeldDialogue {
  outcome: 'filed' | 'cancelled' | 'answered' | 'handover' | 'unfinished' | 'redirect' | 'refusal'
  draft: TicketDraft | null
  asked: readonly IntakeQuestion[]
  /** How often an emergency number was given, though nobody here is in danger. */
  alarms: number
  /** All turns, a line each: what was said and how it ended. */
  turns: readonly string[]
}

/** Monday, 23 November 2026, ten o'clock in Asia/Shanghai: all dialogues happen then. */
export const now = new Date('2026-11-23T10:00:00+08:00')
const mostTurns = 16
const toFile = { zh: '登记工单', en: 'file a ticket' } as const

type Slot = keyof IntakeCase['answers']
const slotOf: Readonly<Record<IntakeQuestion, Slot>> = {
  what: 'what',
  kind: 'what',
  where: 'where',
  spot: 'where',
  when: 'when',
  wish: 'wish',
  contact: 'contact',
  phone: 'contact',
  confirm: 'confirm',
}

/** The question that stands after a turn; null where none does. */
const standing = ({ turn, outcome }: PipelineResult): IntakeQuestion | null => {
  if (outcome.kind === 'question') return outcome.asks === 'intake' ? outcome.intake.asking : null
  return turn.intake?.asking ?? null
}

function endOf(given: IntakeCase, { turn, outcome }: PipelineResult): HeldDialogue['outcome'] | null {
  switch (outcome.kind) {
    case 'ticket':
      return 'filed'
    case 'handover':
      return 'handover'
    case 'refusal':
      return turn.intake === null ? outcome.kind : null
    case 'redirect':
      return given.expect.outcome === 'answered' ? 'answered' : turn.intake === null ? 'redirect' : null
    case 'reply':
      return outcome.phrase.id === 'intake.left' ? 'cancelled' : null
    case 'answer':
    case 'unanswered':
      return given.expect.outcome === 'answered' ? 'answered' : null
    case 'emergency':
    case 'question':
    case 'status':
    case 'act':
    case 'relay':
      return null
    default:
      return outcome satisfies never
  }
}

/** Plays the person of a case against the pipeline: says the opening, then answers what is asked, and interrupts where the case says so. */
export async function holdDialogue(pipeline: readonly Step[], given: IntakeCase): Promise<HeldDialogue> {
  const region = given.region === null ? null : parseRegion(given.region)
  const dialogue = createDialogue({ pipeline, clock: () => now, language: given.language, region, id: given.id })
  const [opening = '', ...more] = given.opening
  const waiting = [...given.interrupts]
  const asked: IntakeQuestion[] = []
  const turns: string[] = []
  let alarms = 0
  /** Drafts are masked; they are judged by what the person said. */
  const masked: PersonalDatum[] = []
  const answered = new Set<string>()
  let left = more
  let say = opening
  for (let count = 0; count < mostTurns; count++) {
    const result = await dialogue.say(say)
    const { outcome, turn } = result
    masked.unshift(...turn.masked)
    if (outcome.kind === 'emergency') alarms += 1
    const end = left.length > 0 && outcome.kind !== 'handover' ? null : endOf(given, result)
    const question = standing(result)
    turns.push(`${say} → ${outcome.kind}${question === null ? '' : `:${question}`}`)
    if (outcome.kind === 'question' && question !== null) asked.push(question)
    if (end !== null)
      return {
        outcome: end,
        draft: outcome.kind === 'ticket' ? unmask(outcome.filed, masked) : null,
        asked,
        alarms,
        turns,
      }
    const slot = question === null ? null : slotOf[question]
    const next = waiting.findIndex(({ after }) => answered.has(after) || (slot === 'confirm' && !answered.has(after)))
    if (left.length > 0) {
      say = left[0] ?? ''
      left = left.slice(1)
    } else if (next >= 0) say = waiting.splice(next, 1)[0]?.say ?? ''
    else if (slot !== null) {
      say = given.answers[slot]
      answered.add(slot)
    } else say = outcome.kind === 'question' ? given.answers.where : toFile[given.language]
  }
  return { outcome: 'unfinished', draft: null, asked, alarms, turns }
}
