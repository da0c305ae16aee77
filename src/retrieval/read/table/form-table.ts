import type { Table } from '../reading.ts'
import { textAt, type Grid } from './lay-out.ts'

/** Share of the rows below the heads with a cell of their own in every column, below which the columns mean nothing. */
const fewest = 0.25
/** Share of the head's cells beside the first that are blank, from which on they are blanks to fill in. */
const mostBlank = 1 / 3

/**
 * Whether a table is a form to fill in, whose rows hardly share columns or whose heads say nothing: then no row heads the others.
 */
export function isForm(grid: Grid, width: number, heads: number): boolean {
  const body = grid.slice(heads)
  const columns = Array.from({ length: width }, (_, column) => column)
  const full = body.filter((row) => columns.every((column) => row[column]?.fromColumn === column))
  if (width > 2 && body.length > 1 && full.length < body.length * fewest) return true
  const first = columns.slice(1).filter((column) => grid[0]?.[column]?.fromColumn === column)
  const blank = first.filter((column) => textAt(grid[0], column) === '')
  return first.length > 1 && blank.length >= first.length * mostBlank
}

/** The rows of a form as they stand, without heads: the first cell names what the others hold. */
export function formTable(grid: Grid, caption: string | null): Table {
  const rows = grid.map((row) =>
    [...new Set(row)].flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.text])),
  )
  const width = Math.max(1, ...rows.map(({ length }) => length))
  return {
    kind: 'table',
    caption,
    columns: Array.from({ length: width }, () => ''),
    labelColumns: 1,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? '')),
  }
}
