import { tableFromCells } from '../table/table-from-grid.ts'
import type { Table } from '../reading.ts'
import type { Box } from './page.ts'

export interface GridCell {
  row: number
  column: number
  rows: number
  columns: number
  text: string
}

/** A table as it stands on one page, or on several once they are joined. */
export interface Grid extends Box {
  kind: 'grid'
  page: number
  /** The page it ends on. */
  lastPage: number
  rowCount: number
  columnCount: number
  /** Left edges of the columns and the right edge of the last. */
  edges: readonly number[]
  /** The edges were found from where texts stand, so that they differ from page to page. */
  loose: boolean
  cells: readonly GridCell[]
  /** How many of the first rows are heads, where lines tell; null where it is to be guessed. */
  headRows: number | null
  caption: string | null
}

const firstRow = (grid: Grid, row: number) => grid.cells.filter((cell) => cell.row === row)

/** A first row that is one cell over the whole width names the table. */
const titleRows = (grid: Grid) =>
  grid.rowCount > 2 && firstRow(grid, 0).some(({ columns }) => columns >= grid.columnCount && columns > 1) ? 1 : 0

/**
 * How many of the first rows are heads. Head cells reach down as far as the deepest of them unless they head a group; cells that reach
 * further down over plain neighbours are merged labels of the body.
 */
export function countHeadRows(grid: Grid): number {
  const title = titleRows(grid)
  if (grid.headRows !== null) return Math.max(0, grid.headRows - title) + title
  const first = firstRow(grid, title)
  const deepest = Math.max(1, ...first.map(({ rows }) => rows))
  const grouped = first.some(({ columns, rows }) => columns > 1 && rows < deepest)
  const proper = first.every(({ rows, columns }) => rows === deepest || columns > 1)
  if (deepest > 1 && grouped && proper && title + deepest < grid.rowCount) return title + deepest
  if (deepest === 1 && first.some(({ columns }) => columns > 1) && first.length > 1 && grid.rowCount > title + 2)
    return title + 2
  return grid.rowCount > title + 1 ? title + 1 : 0
}

/** The grid as a table of the common form, with its merged cells filled in. */
export function gridToTable(grid: Grid): Table | null {
  const heads = countHeadRows(grid)
  const rows = Array.from({ length: grid.rowCount }, (_, row) =>
    firstRow(grid, row)
      .sort((a, b) => a.column - b.column)
      .map(({ text, rows, columns }) => ({ text, rows, columns, head: row < heads })),
  )
  return tableFromCells(rows, grid.caption)
}
