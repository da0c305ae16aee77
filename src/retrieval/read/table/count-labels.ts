import type { Grid } from './lay-out.ts'

const numbering = /^(?:序号|编号|序|No\.?|#|号)$/iu
const isNumber = (text: string) => /^\d{1,4}[.、]?$/u.test(text)

/** How many leading columns name a row: merged groups and the column after them; a running number counts with the column after it. */
export function countLabels(body: Grid, columns: readonly string[]): number {
  const last = columns.length - 1
  const isMerged = (column: number) =>
    body.some((row) => (row[column]?.spanRows ?? 1) > 1 && row[column]?.fromColumn === column)
  let count = 0
  while (count < last && isMerged(count)) count += 1
  const numbered = numbering.test(columns[0] ?? '') || body.every((row) => isNumber(row[0]?.text ?? ''))
  if (count === 0 && numbered && body.length > 0) count = 1
  const overTwo = body.some((row) => row[0]?.spanColumns === 2 && columns.length > 2)
  return Math.max(1, Math.min(overTwo ? Math.max(2, count + 1) : count + 1, Math.max(1, last)))
}
