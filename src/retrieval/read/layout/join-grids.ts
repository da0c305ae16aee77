import { countHeadRows, type Grid, type GridCell } from './grid.ts'
import { endsSentence, joinLines } from './join-text.ts'

/** How far the columns of two parts of a table may be apart, points. */
const slack = 6
const looseSlack = 40

const bare = (text: string) => text.replaceAll(/\s+/gu, '')
const rowText = (grid: Grid, row: number) =>
  grid.cells
    .filter((cell) => cell.row === row)
    .sort((a, b) => a.column - b.column)
    .map(({ text }) => bare(text))
    .join('\n')

/** Whether the second grid can be the first one going on: on the next page, with the same columns. */
function goesOn(first: Grid, second: Grid): boolean {
  const most = first.loose && second.loose ? looseSlack : slack
  const shift = (second.edges[0] ?? 0) - (first.edges[0] ?? 0)
  return (
    second.page === first.lastPage + 1 &&
    second.columnCount === first.columnCount &&
    second.loose === first.loose &&
    second.edges.every((edge, at) => Math.abs(edge - shift - (first.edges[at] ?? Infinity)) <= most)
  )
}

/** How many rows at the top of the second part only repeat the heads of the first. */
function repeatedRows(first: Grid, second: Grid): number {
  const heads = Math.min(countHeadRows(first), second.rowCount)
  let count = 0
  while (count < heads && rowText(first, count) === rowText(second, count)) count += 1
  return count
}

const covering = (grid: Grid, row: number, column: number) =>
  grid.cells.find(
    (cell) =>
      cell.row <= row && cell.row + cell.rows > row && cell.column <= column && cell.column + cell.columns > column,
  )

/** Columns whose cells are merged over rows somewhere, so that an empty cell may belong to the one above. */
function merging(grids: readonly Grid[], column: number): boolean {
  return grids.some((grid) => {
    const heads = countHeadRows(grid)
    return grid.cells.some((cell) => cell.column === column && cell.row >= heads && cell.rows > 1)
  })
}

/** The row that a page break cut in two: its label is empty, and what it holds goes on from the row before. */
function completesRow(first: Grid, cells: readonly GridCell[]): boolean {
  const filled = cells.filter(({ text }) => text !== '')
  const label = cells.find(({ column }) => column === 0)
  if (label === undefined || label.text !== '' || filled.length === 0 || filled.length > cells.length / 2) return false
  return filled.every((cell) => {
    const above = covering(first, first.rowCount - 1, cell.column)
    return above !== undefined && above.text !== '' && above.columns === cell.columns && !endsSentence(above.text)
  })
}

function appendCells(first: Grid, cells: readonly GridCell[]): GridCell[] {
  const added = new Map(cells.map((cell) => [covering(first, first.rowCount - 1, cell.column), cell.text]))
  return first.cells.map((cell) => {
    const more = added.get(cell)
    return more === undefined || more === '' ? cell : { ...cell, text: joinLines(cell.text, more) }
  })
}

/** Lengthens cells of the first part that the break cut: an empty cell at the top of the second, in a column where cells are merged. */
function continueCells(first: Grid, second: Grid, from: number) {
  const grown = new Map<GridCell, number>()
  const gone = new Set<GridCell>()
  for (const cell of second.cells) {
    if (cell.row !== from || cell.text !== '') continue
    const above = covering(first, first.rowCount - 1, cell.column)
    const open = cell.rows > 1 || merging([first, second], cell.column)
    if (above === undefined || !open || above.columns !== cell.columns || above.row < countHeadRows(first)) continue
    grown.set(above, cell.rows)
    gone.add(cell)
  }
  return { grown, gone }
}

function join(first: Grid, second: Grid): Grid {
  const repeated = repeatedRows(first, second)
  const opening = second.cells.filter(({ row }) => row === repeated)
  const completes = opening.every(({ rows }) => rows === 1) && completesRow(first, opening)
  const from = repeated + (completes ? 1 : 0)
  const { grown, gone } = completes
    ? { grown: new Map<GridCell, number>(), gone: new Set<GridCell>() }
    : continueCells(first, second, from)
  const above = completes ? appendCells(first, opening) : first.cells
  const kept = above.map((cell) => ({ ...cell, rows: cell.rows + (grown.get(cell) ?? 0) }))
  const below = second.cells
    .filter((cell) => cell.row >= from && !gone.has(cell))
    .map((cell) => ({ ...cell, row: cell.row - from + first.rowCount }))
  return {
    ...first,
    headRows: countHeadRows(first),
    lastPage: second.lastPage,
    rowCount: first.rowCount + second.rowCount - from,
    cells: [...kept, ...below],
  }
}

/** The two parts of a table that a page break cut as one table; null where the second is another table. */
export const joinGrids = (first: Grid, second: Grid): Grid | null =>
  goesOn(first, second) ? join(first, second) : null
