import type { Table } from '../reading.ts'
import type { Grid } from './lay-out.ts'

/** Share of its columns in which a row has a cell of its own, on average, below which the columns mean nothing. */
const fewest = 0.5

/** Whether the rows hardly share columns, as in a form to fill in: then no row heads the others. */
export function isRagged(grid: Grid, width: number): boolean {
  if (width < 4 || grid.length < 3) return false
  const own = grid.map((row) => new Set(row).size / width)
  return own.reduce((sum, share) => sum + share, 0) < grid.length * fewest
}

/** The rows of a form as they stand, without heads: the first cell names what the others hold. */
export function raggedTable(grid: Grid, caption: string | null): Table {
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
