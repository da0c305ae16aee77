import { reliability, scoreDispatch, type DispatchFigures, type Judged } from './score-dispatch.ts'

const percent = (value: number) => (Number.isNaN(value) ? '–' : (100 * value).toFixed(1)).padStart(6)

const columns: readonly (readonly [string, (figures: DispatchFigures) => string])[] = [
  ['cases', ({ cases }) => String(cases).padStart(6)],
  ['named', ({ coverage }) => percent(coverage)],
  ['right', ({ accuracy }) => percent(accuracy)],
  ['at80%', ({ atFourFifths }) => percent(atFourFifths)],
  ['all', ({ forced }) => percent(forced)],
  ['large', ({ large }) => percent(large)],
  ['middle', ({ middle }) => percent(middle)],
  ['small', ({ small }) => percent(small)],
  ['in 5', ({ amongFive }) => percent(amongFive)],
  ['term', ({ term }) => percent(term)],
  ['route', ({ route }) => percent(route)],
  ['error', ({ calibrationError }) => percent(calibrationError)],
]

const groups: readonly (readonly [string, (judged: Judged) => boolean])[] = [
  ['all', () => true],
  ['held out', (judged) => judged.case.heldOut],
  ['for tuning', (judged) => !judged.case.heldOut],
  ['easy', (judged) => !judged.case.hard],
  ['hard', (judged) => judged.case.hard],
  ['easy, held out', (judged) => !judged.case.hard && judged.case.heldOut],
  ['hard, held out', (judged) => judged.case.hard && judged.case.heldOut],
  ['Chinese', (judged) => judged.case.language === 'zh'],
  ['English', (judged) => judged.case.language === 'en'],
]

/** Says what was wrong in a case. Those held out are never shown, so that nobody tunes on them. */
const tell = ({ case: given, advice, forced }: Judged) => {
  const named = advice.lead === null ? `left to a person (${advice.reason}; ${forced.lead})` : advice.lead
  const guess = forced.guesses[0]?.code ?? '–'
  return `      ${given.id}: ${given.say.slice(0, 60)} → ${named} ${guess} ${forced.confidence.toFixed(2)}, not ${given.expect.department} ${given.expect.subject}`
}

/** Prints the figures in percent, by group, and how far confidence can be trusted. */
export function printFigures(judged: readonly Judged[], verbose: boolean): void {
  console.log(`\n  dispatch: ${judged.length} written demands; percent, “at80%” and “all” as if no one abstained\n`)
  console.log(`  ${''.padEnd(16)}${columns.map(([name]) => name.padStart(6)).join(' ')}`)
  for (const [name, belongs] of groups) {
    const figures = scoreDispatch(judged.filter(belongs))
    console.log(`  ${name.padEnd(16)}${columns.map(([, show]) => show(figures)).join(' ')}`)
  }
  console.log(`\n  confidence   ${['count', 'says', 'true'].map((name) => name.padStart(6)).join(' ')}`)
  for (const bin of reliability(judged)) {
    const range = `${bin.from.toFixed(1)} – ${(bin.from + 0.1).toFixed(1)}`
    console.log(`  ${range.padEnd(12)} ${String(bin.count).padStart(6)} ${percent(bin.promised)} ${percent(bin.true)}`)
  }
  if (!verbose) return
  const wrong = judged.filter(
    ({ case: given, forced }) => ![given.expect.department, ...given.expect.acceptable].includes(forced.lead ?? ''),
  )
  for (const one of wrong) if (!one.case.heldOut) console.log(tell(one))
}
