import type { Passage, Unit } from '../../core/passage.ts'

/** A table up to this long is quoted whole, because its rows are read against each other. Characters. */
const smallTable = 150
/** One up to this long is, where the question means none of its rows more than the others. */
const mediumTable = 280
/** By this cosine the row that is meant stands above the next. */
const singledOut = 0.04

const join = (rows: readonly [Unit, ...Unit[]]): Unit => ({
  ...rows[0],
  text: rows.map(({ text }) => text).join('\n'),
  score: Math.max(...rows.map(({ score }) => score)),
  sentences: rows.flatMap(({ sentences }) => sentences),
})

/** Whether the best row fits hardly better than the next. */
function meansNoRow(rows: readonly Unit[]): boolean {
  const [best = 0, next = 0] = rows
    .map(({ sentences }) => Math.max(-1, ...sentences.map(({ score }) => score)))
    .toSorted((a, b) => b - a)
  return best - next < singledOut
}

/** A passage's units as they are best quoted: the rows of a table together where they are few or all equally meant, everything else alone. */
export function joinUnits({ units }: Passage): readonly Unit[] {
  const runs: [Unit, ...Unit[]][] = []
  for (const unit of units) {
    const run = runs.at(-1)
    if (unit.kind === 'row' && run?.[0].kind === 'row' && run[0].lead === unit.lead) run.push(unit)
    else runs.push([unit])
  }
  return runs.flatMap((run) => {
    const length = run.reduce((total, { text }) => total + text.length, 0)
    const together = length <= smallTable || (length <= mediumTable && meansNoRow(run))
    return run.length > 1 && together ? [join(run)] : run
  })
}
