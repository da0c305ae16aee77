import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withBrain } from '../../src/cli/with-brain.ts'
import type { Config } from '../../src/config.ts'
import type { Step } from '../../src/core/step.ts'
import { holdDialogue, now, type HeldDialogue } from './hold-dialogue.ts'
import { intakeCase, type IntakeCase } from './intake-case.ts'
import { leftOver, scoreSlots, slots, type SlotScore } from './score-dialogue.ts'

interface Judged {
  given: IntakeCase
  held: HeldDialogue
  scores: Partial<Record<(typeof slots)[number], SlotScore>>
  left: readonly string[]
}

const readCases = (): IntakeCase[] =>
  readFileSync(join(import.meta.dirname, 'cases.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => intakeCase.parse(JSON.parse(line)))

async function judge(pipeline: readonly Step[], given: IntakeCase): Promise<Judged> {
  const held = await holdDialogue(pipeline, given)
  const filed = held.draft !== null && given.expect.outcome === 'filed' ? held.draft : null
  return {
    given,
    held,
    scores: filed === null ? {} : scoreSlots(given, filed, held),
    left: filed === null ? [] : leftOver(given, filed),
  }
}

/** Precision, recall and F1 of one slot. */
function figures(scores: readonly SlotScore[]): { precision: number; recall: number; f1: number } {
  const right = scores.filter((score) => score.right).length
  const precision = right / Math.max(1, right + scores.filter(({ spurious }) => spurious).length)
  const recall = right / Math.max(1, right + scores.filter(({ missed }) => missed).length)
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

const slotFigures = (judged: readonly Judged[]) =>
  slots.map((slot) => ({ slot, ...figures(judged.flatMap(({ scores }) => scores[slot] ?? [])) }))
const isRight = ({ given, held, left }: Judged) => held.outcome === given.expect.outcome && left.length === 0
const shareRight = (judged: readonly Judged[]) => judged.filter(isRight).length / Math.max(1, judged.length)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const percent = (value: number) => `${(100 * value).toFixed(1)} %`

function show(name: string, judged: readonly Judged[]): void {
  const filed = judged.filter(({ held }) => held.outcome === 'filed')
  const questions = mean(filed.map(({ held }) => held.asked.filter((question) => question !== 'confirm').length))
  console.log(
    `\n  intake, ${name}: ${judged.length} dialogues, right end ${percent(shareRight(judged))}, ${questions.toFixed(2)} questions before the reading back, ${judged.filter(({ held }) => held.alarms > 0).length} shown an emergency number in vain`,
  )
  for (const { slot, precision, recall, f1 } of slotFigures(judged))
    console.log(
      `    ${slot.padEnd(8)} precision ${percent(precision).padStart(8)}  recall ${percent(recall).padStart(8)}  F1 ${percent(f1).padStart(8)}`,
    )
}

/** Shows what went wrong in dialogues that are not held out. */
function explain({ given, held, scores, left }: Judged): void {
  const wrong = Object.entries(scores).filter(([, { right, spurious, missed }]) => !right && (spurious || missed))
  if (given.heldOut || (wrong.length === 0 && held.outcome === given.expect.outcome && left.length === 0)) return
  const draft = held.draft as unknown as Record<string, unknown> | null
  console.log(
    `\n    ${given.id}: ${held.outcome}, expected ${given.expect.outcome}${left.length > 0 ? `; left over: ${left.join(', ')}` : ''}`,
  )
  for (const [slot] of wrong)
    console.log(
      `      ${slot}: ${JSON.stringify(slot === 'what' ? draft?.['description'] : draft?.[slot])} ≠ ${JSON.stringify(given.expect[slot as keyof IntakeCase['expect']])}`,
    )
  console.log(held.turns.map((turn) => `        ${turn}`).join('\n'))
}

/** Plays all dialogues of people who want something filed and prints how they went. True where the floors hold. */
export async function runIntake({
  config,
  floors,
  verbose,
}: {
  config: Config
  floors: Readonly<Record<string, number>>
  verbose: boolean
}): Promise<boolean> {
  const judged: Judged[] = []
  await withBrain({ config, folder: config.knowledgeFolder, clock: () => now, quiet: true }, async ({ pipeline }) => {
    for (const given of readCases()) judged.push(await judge(pipeline, given))
  })
  if (verbose) judged.forEach(explain)
  show('all', judged)
  show(
    'held out',
    judged.filter(({ given }) => given.heldOut),
  )
  const slotMean = mean(slotFigures(judged).map(({ f1 }) => f1))
  const holds = shareRight(judged) >= (floors['intake.right'] ?? 0) && slotMean >= (floors['intake.slots'] ?? 0)
  console.log(`    mean F1 ${percent(slotMean)}${holds ? '' : '  below a floor'}`)
  return holds
}
