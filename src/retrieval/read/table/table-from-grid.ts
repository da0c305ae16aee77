import type { Table } from '../reading.ts'

/** A cell as written: it may cover several rows and columns. */
export interface Cell {
  text: string
  rows: number
  columns: number
  head: boolean
}

interface Placed {
  text: string
  head: boolean
  /** Row and column where the covering cell begins. */
  fromRow: number
  fromColumn: number
  spanRows: number
  spanColumns: number
}

const widest = 200

/** Lays cells out on a grid; a cell that covers several places stands in each of them. */
export function layOut(rows: readonly (readonly Cell[])[]): (Placed | undefined)[][] {
  const grid: (Placed | undefined)[][] = rows.map(() => [])
  rows.forEach((cells, row) => {
    let column = 0
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1
      const [spanRows, spanColumns] = [
        Math.max(1, Math.min(cell.rows, rows.length - row)),
        Math.max(1, Math.min(cell.columns, widest)),
      ]
      const placed = { text: cell.text, head: cell.head, fromRow: row, fromColumn: column, spanRows, spanColumns }
      for (let down = 0; down < spanRows; down += 1)
        for (let right = 0; right < spanColumns; right += 1) (grid[row + down] ??= [])[column + right] = placed
      column += spanColumns
    }
  })
  return grid
}

const numbering = /^(?:序号|编号|序|No\.?|#|号)$/iu
const isNumber = (text: string) => /^\d{1,4}[.、]?$/u.test(text)

/** How many leading columns name a row: merged groups and the column after them; a running number counts with the column after it. */
function countLabels(body: readonly (readonly (Placed | undefined)[])[], columns: readonly string[]): number {
  const last = columns.length - 1
  let count = 0
  while (count < last && body.some((row) => (row[count]?.spanRows ?? 1) > 1 && row[count]?.fromColumn === count))
    count += 1
  if (
    count === 0 &&
    (numbering.test(columns[0] ?? '') || body.every((row) => isNumber(row[0]?.text ?? ''))) &&
    body.length > 0
  )
    count = 1
  const merged = body.some(
    (row) => row[0] !== undefined && row[0].spanColumns === 2 && row[0].spanColumns < columns.length,
  )
  return Math.max(1, Math.min(merged ? Math.max(2, count + 1) : count + 1, Math.max(1, last)))
}

/** How many of the first rows are heads: those marked so, else as many as the first row's merged cells reach down. */
function countHeads(grid: readonly (readonly (Placed | undefined)[])[]): number {
  const marked = grid.findIndex((row) => !row.every((cell) => cell?.head === true))
  if (marked > 0) return marked
  const first = grid[0] ?? []
  const deepest = Math.max(1, ...first.map((cell) => cell?.spanRows ?? 1))
  const grouped = first.some((cell) => (cell?.spanColumns ?? 1) > 1 && (cell?.spanRows ?? 1) === 1)
  return Math.min(
    deepest > 1 && deepest < grid.length ? deepest : grouped && grid.length > 2 ? 2 : 1,
    Math.max(1, grid.length - 1),
  )
}

const joinPath = (names: readonly string[]) =>
  names.filter((name, index) => name !== '' && name !== names[index - 1]).join(' ')

/**
 * Makes a table from rows of cells with spans: head levels become one path a column, merged cells stand in each row they cover, and a first
 * row that is one cell over the whole width becomes the caption. Null where nothing is left to say.
 */
export function tableFromCells(rows: readonly (readonly Cell[])[], caption: string | null = null): Table | null {
  const full = layOut(rows).filter((row) => row.some((cell) => cell !== undefined && cell.text !== ''))
  const width = Math.max(0, ...full.map((row) => row.length))
  const first = full[0]?.[0]
  const titled = width > 1 && full.length > 2 && first !== undefined && first.spanColumns >= width
  const grid = titled ? full.slice(1) : full
  if (grid.length === 0 || width === 0) return null
  const heads = grid.length === 1 ? 0 : countHeads(grid)
  const headRows = grid.slice(0, heads)
  const columns = Array.from({ length: width }, (_, column) => joinPath(headRows.map((row) => row[column]?.text ?? '')))
  const body = grid.slice(heads)
  const repeated = (row: readonly (Placed | undefined)[]) =>
    headRows.some((head) => head.every((cell, column) => cell?.text === row[column]?.text))
  const kept = body.filter((row) => !repeated(row))
  return {
    kind: 'table',
    caption: titled ? first.text : caption,
    columns,
    labelColumns: countLabels(kept, columns),
    rows: kept.map((row) => Array.from({ length: width }, (_, column) => row[column]?.text ?? '')),
  }
}
