import type { Table } from '../reading.ts'
import type { Cell } from '../table/lay-out.ts'
import { tableFromCells } from '../table/table-from-grid.ts'
import { textIn } from './html-text.ts'

const span = (value: string | null) => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) && count > 0 ? Math.min(count, 1000) : 1
}

const rowsOf = (table: Element) => [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
const cellsOf = (row: Element) => [...row.children].filter((child) => /^t[dh]$/iu.test(child.tagName))

/** Characters: a cell with so much text in blocks of its own is a column of the page, not a value. */
const longestValue = 300

/** A table that only places things on the page: it has one cell, or a cell with tables, headings or a whole text in it. */
export function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOf)
  if (cells.length < 2 || table.getAttribute('role') === 'presentation') return true
  if (cells.some((cell) => /^th$/iu.test(cell.tagName)) || table.querySelector('caption') !== null) return false
  const isPage = (cell: Element) =>
    cell.querySelector('h1,h2,h3') !== null ||
    (cell.querySelectorAll('p,div,br').length > 3 && cell.textContent.length > longestValue)
  return cells.some(isPage) || (rows.length < 3 && table.querySelector('table') !== null)
}

/** Reads an HTML table with its merged cells; tables inside its cells are read as their text. */
export function readHtmlTable(table: Element): Table | null {
  const rows = rowsOf(table).map((row): Cell[] =>
    cellsOf(row).map((cell) => ({
      text: textIn(cell),
      rows: span(cell.getAttribute('rowspan')),
      columns: span(cell.getAttribute('colspan')),
      head: /^th$/iu.test(cell.tagName) || cell.closest('thead') !== null,
    })),
  )
  const caption = table.querySelector('caption')
  return tableFromCells(rows, caption === null ? null : textIn(caption) || null)
}
