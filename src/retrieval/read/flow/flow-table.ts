import type { Cell } from '../table/lay-out.ts'
import { tableFromCells } from '../table/table-from-grid.ts'
import type { Table } from '../reading.ts'
import { joinLabel } from './join-label.ts'
import type { Flow, FlowCell, FlowTable } from './flow.ts'

/** The words of a cell in one line; a table inside it is read row by row. */
function wordsOf(content: readonly Flow[]): string {
  return content
    .map((part) =>
      part.kind === 'paragraph'
        ? joinLabel(part.label, part.text)
        : part.rows.map((row) => row.map((cell) => wordsOf(cell.content)).join(' ')).join('；'),
    )
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/** How many rows a cell covers: its own and those below that continue it in the same columns. */
function heightOf(rows: FlowTable['rows'], row: number, cell: FlowCell): number {
  if (cell.merge !== 'start') return 1
  const ends = rows
    .slice(row + 1)
    .findIndex((below) => !below.some(({ merge, from }) => merge === 'continue' && from === cell.from))
  return ends < 0 ? rows.length - row : ends + 1
}

const blank = (columns: number): Cell => ({ text: '', rows: 1, columns, head: false })

/** A row's own cells, with blanks where the grid has a gap; cells that continue one above are left out. */
function cellsOf(rows: FlowTable['rows'], row: number): Cell[] {
  const cells: Cell[] = []
  let column = 0
  for (const cell of rows[row] ?? []) {
    if (cell.from > column) cells.push(blank(cell.from - column))
    column = cell.to
    if (cell.merge === 'continue' && row > 0) continue
    const columns = Math.max(1, cell.to - cell.from)
    cells.push({ text: wordsOf(cell.content), rows: heightOf(rows, row, cell), columns, head: cell.head })
  }
  return cells
}

/** Makes a table of a word processor's table; null where it holds no words. */
export const flowTable = (table: FlowTable, caption: string | null): Table | null =>
  tableFromCells(
    table.rows.map((_, row) => cellsOf(table.rows, row)),
    caption,
  )
