import type { SheetCell, SheetMatrix } from './sheet-matrix.ts'

type Row = readonly (SheetCell | null)[]

const said = (cell: SheetCell | null | undefined): cell is SheetCell =>
  cell !== null && cell !== undefined && cell.text !== ''
const isFigure = (text: string) => /^[\d.,%\s-]+$/u.test(text)

/** Two rows of heads, the upper with blanks where it stands over several columns, the lower with blanks under single ones. */
function headsWithBlanks([upper, lower]: SheetMatrix): boolean {
  if (upper === undefined || lower === undefined || !said(upper[0])) return false
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column)
  const over = columns.filter((column) => !said(upper[column]) && said(lower[column]))
  const under = columns.filter((column) => said(upper[column]) && !said(lower[column]))
  const nothing = columns.filter((column) => !said(upper[column]) && !said(lower[column]))
  const words = lower.every((cell) => !said(cell) || !isFigure(cell.text))
  return over.length > 0 && under.length > 0 && nothing.length === 0 && words
}

const spreadRight = (row: Row, below: Row): Row => {
  const filled: (SheetCell | null)[] = []
  row.forEach((cell, column) => filled.push(said(cell) || !said(below[column]) ? cell : (filled[column - 1] ?? null)))
  return filled
}

/** Labels of groups that stand only in the first row of their group. */
function spreadDown(body: SheetMatrix): SheetMatrix {
  const blanks = body.filter((row) => !said(row[0]))
  const continued = blanks.every((row) => said(row[1]) && row.filter(said).length > 1)
  const groups = body.length - blanks.length
  if (blanks.length < 2 || groups < 2 || !continued || !said(body[0]?.[0])) return body
  let label: SheetCell | null = null
  return body.map((row) => {
    if (said(row[0])) label = row[0]
    return [label, ...row.slice(1)]
  })
}

/**
 * Fills what a table lost when it was saved as plain values: merged cells leave their text in the first place that they covered and blanks
 * in the others. Only blanks that can mean nothing else are filled.
 */
export function fillBlanks(rows: SheetMatrix): SheetMatrix {
  if (!headsWithBlanks(rows)) return [...rows.slice(0, 1), ...spreadDown(rows.slice(1))]
  const [upper = [], lower = []] = rows
  const first = spreadRight(upper, lower)
  const second = lower.map((cell, column) => (said(cell) ? cell : (first[column] ?? null)))
  const width = Math.max(first.length, second.length)
  const padded = Array.from({ length: width }, (_, column) => second[column] ?? first[column] ?? null)
  return [first, padded, ...spreadDown(rows.slice(2))]
}
