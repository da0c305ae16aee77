import type { Table } from '../reading.ts'
import { countHeads } from './count-heads.ts'
import { countLabels } from './count-labels.ts'
import { formTable, isForm } from './form-table.ts'
import { formRows } from './form-rows.ts'
import { layOut, textAt, type Cell, type Grid, type Placed } from './lay-out.ts'
import { sectionRows } from './section-rows.ts'

const joinPath = (names: readonly string[]) =>
  names.filter((name, index) => name !== '' && name !== names[index - 1]).join(' ')

/** Leaves out columns that no cell begins: they only continue their left neighbour. */
function withoutTwins(grid: Grid): Grid {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const own = Array.from({ length: width }, (_, column) => column).filter((column) =>
    grid.some((row) => row[column] !== undefined && row[column] !== row[column - 1]),
  )
  if (own.length === width) return grid
  const narrowed = new Map<Placed, Placed>()
  const narrow = (cell: Placed | undefined): Placed | undefined => {
    if (cell === undefined) return undefined
    const spanColumns = own.filter((column) => column >= cell.fromColumn && column < cell.fromColumn + cell.spanColumns)
    const known = narrowed.get(cell) ?? {
      ...cell,
      fromColumn: own.indexOf(cell.fromColumn),
      spanColumns: spanColumns.length,
    }
    narrowed.set(cell, known)
    return known
  }
  return grid.map((row) => own.map((column) => narrow(row[column])))
}

/** First rows that are one cell over the whole width: they name the table or its unit. */
function countTitles(grid: Grid, width: number): number {
  const at = grid.findIndex((row) => row[0] === undefined || row[0].spanColumns < width)
  return width > 1 && at > 0 && grid.length > at + 1 ? at : 0
}

const isRepeated = (row: Grid[number], heads: Grid) =>
  heads.some((head) => head.every((cell, column) => cell?.text === row[column]?.text))

/**
 * Makes a table from rows of cells with spans: head levels become one path a column, merged cells stand in each row they cover, and first
 * rows that are one cell over the whole width become the caption. Null where nothing is left to say.
 */
export function tableFromCells(rows: readonly (readonly Cell[])[], caption: string | null = null): Table | null {
  const full = withoutTwins(layOut(rows).filter((row) => row.some((cell) => cell !== undefined && cell.text !== '')))
  const width = Math.max(0, ...full.map((row) => row.length))
  const titles = countTitles(full, width)
  const grid = full.slice(titles)
  if (grid.length === 0 || width === 0) return null
  const named = joinPath([caption ?? '', ...full.slice(0, titles).map((row) => textAt(row, 0))])
  const form = formRows(grid)
  const title = named === '' ? null : named
  if (form !== null) return { kind: 'table', caption: title, columns: ['', ''], labelColumns: 1, rows: form }
  const heads = grid.slice(0, countHeads(grid))
  if (isForm(grid, width, heads.length)) return formTable(grid, title)
  const columns = Array.from({ length: width }, (_, column) => joinPath(heads.map((row) => textAt(row, column))))
  const { rows: body, notes } = sectionRows(
    grid.slice(heads.length).filter((row) => !isRepeated(row, heads)),
    width,
  )
  const labels = countLabels(
    body.map(({ row }) => row),
    columns,
  )
  const sectioned = body.some(({ section }) => section !== '')
  const texts = body.map(({ section, row }) => [
    ...(sectioned ? [section] : []),
    ...Array.from({ length: width }, (_, column) => textAt(row, column)),
  ])
  const blank = Array.from({ length: width - 1 + (sectioned ? 1 : 0) }, () => '')
  return {
    kind: 'table',
    caption: title,
    columns: sectioned ? ['', ...columns] : columns,
    labelColumns: sectioned ? labels + 1 : labels,
    rows: [...texts, ...notes.map((text) => [text, ...blank])],
  }
}
