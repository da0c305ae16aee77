import type { Passage, Unit } from '../../core/passage.ts'

/** A table up to this long is quoted whole, because its rows are read against each other. Characters. */
const smallTable = 150

const join = (rows: readonly [Unit, ...Unit[]]): Unit => ({
  ...rows[0],
  text: rows.map(({ text }) => text).join('\n'),
  score: Math.max(...rows.map(({ score }) => score)),
  sentences: rows.flatMap(({ sentences }) => sentences),
})

/** A passage's units as they are best quoted: the rows of a small table together, everything else alone. */
export function joinUnits({ units }: Passage): readonly Unit[] {
  const runs: [Unit, ...Unit[]][] = []
  for (const unit of units) {
    const run = runs.at(-1)
    if (unit.kind === 'row' && run?.[0].kind === 'row' && run[0].lead === unit.lead) run.push(unit)
    else runs.push([unit])
  }
  const length = (run: readonly Unit[]) => run.reduce((total, { text }) => total + text.length, 0)
  return runs.flatMap((run) => (run.length > 1 && length(run) <= smallTable ? [join(run)] : run))
}
