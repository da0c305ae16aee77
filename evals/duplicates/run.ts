import { detectLanguage } from '../../src/core/detect-language.ts'
import { judgePair } from '../../src/tickets/duplicates/judge-pair.ts'
import { readSignals } from './read-signals.ts'
import { reliability, scoreDuplicates, type DuplicateFigures, type JudgedPair } from './score-duplicates.ts'

const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1)).padStart(8)

const columns: readonly (readonly [string, (figures: DuplicateFigures) => string])[] = [
  ['pairs', ({ pairs }) => String(pairs).padStart(8)],
  ['right', ({ accuracy }) => percent(accuracy)],
  ['joins ok', ({ suggested }) => percent(suggested.precision)],
  ['found', ({ suggested }) => percent(suggested.recall)],
  ['F1', ({ suggested }) => percent(suggested.f1)],
  ['unasked', ({ unasked }) => percent(unasked.precision)],
  ['found', ({ unasked }) => percent(unasked.recall)],
  ['F1', ({ unasked }) => percent(unasked.f1)],
  ['wrong', ({ unasked }) => String(unasked.wrong).padStart(8)],
  ['error', ({ calibrationError }) => percent(calibrationError)],
]

const row = (name: string, pairs: readonly JudgedPair[]) => {
  const figures = scoreDuplicates(pairs)
  return `  ${name.padEnd(22)}${columns.map(([, show]) => show(figures)).join(' ')}`
}

function printFigures(judged: readonly JudgedPair[], verbose: boolean): void {
  console.log(
    `\n  duplicates: ${judged.length} pairs of demands; “joins ok” and “found”: suggested joins, then those made unasked\n`,
  )
  console.log(`  ${''.padEnd(22)}${columns.map(([name]) => name.padStart(8)).join(' ')}`)
  const [kept, tuned] = [judged.filter((pair) => pair.case.heldOut), judged.filter((pair) => !pair.case.heldOut)]
  console.log([row('all', judged), row('held out', kept), row('for tuning', tuned)].join('\n'))
  for (const language of ['zh', 'en'] as const)
    console.log(
      row(
        `${language}, held out`,
        kept.filter(
          ({ case: { a, b } }) => [a, b].some(({ text }) => detectLanguage(text) === 'en') === (language === 'en'),
        ),
      ),
    )
  const answers = ['repeat', 'incident', 'related', 'different'] as const
  for (const answer of answers)
    console.log(
      row(
        `${answer}, held out`,
        kept.filter((pair) => pair.case.expect === answer),
      ),
    )
  const names = [...new Set(judged.flatMap((pair) => pair.case.difficulties))].toSorted()
  for (const name of names)
    console.log(
      row(
        name,
        judged.filter((pair) => pair.case.difficulties.includes(name)),
      ),
    )
  console.log(`\n  score        ${['count', 'says', 'true'].map((name) => name.padStart(8)).join(' ')}`)
  for (const { from, count, says, true: held } of reliability(judged))
    console.log(
      `  ${from.toFixed(1)} – ${(from + 0.1).toFixed(1)}    ${String(count).padStart(8)} ${percent(says)} ${percent(held)}`,
    )
  if (!verbose) return
  // Those held out are never shown, so that nobody tunes on them.
  for (const { case: given, judgement } of tuned)
    if (given.expect !== judgement.answer)
      console.log(
        `      ${given.id}: ${given.a.text} / ${given.b.text} → ${judgement.answer} ${judgement.score.toFixed(2)}, not ${given.expect}`,
      )
}

/** Judges all pairs, prints the figures, and says whether every floor holds. */
export async function runDuplicates(options: {
  floors: Readonly<Record<string, number>>
  verbose: boolean
}): Promise<boolean> {
  const judged = (await readSignals()).map((seen): JudgedPair => ({ ...seen, judgement: judgePair(seen.signals) }))
  printFigures(judged, options.verbose)
  const figures = scoreDuplicates(judged)
  const held = {
    'duplicates.right': figures.accuracy,
    'duplicates.joins-ok': figures.suggested.precision,
    'duplicates.joins-found': figures.suggested.recall,
    'duplicates.unasked-ok': figures.unasked.precision,
    'duplicates.unasked-found': figures.unasked.recall,
    'duplicates.calibrated': 1 - figures.calibrationError,
  }
  const below = Object.entries(held).filter(([name, value]) => !(value >= (options.floors[name] ?? 0)))
  for (const [name, value] of below)
    console.log(`  ${name} ${value.toFixed(3)} is below its floor ${(options.floors[name] ?? 0).toFixed(3)}`)
  return below.length === 0
}
