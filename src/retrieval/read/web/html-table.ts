import { tableFromCells, type Cell } from '../table/table-from-grid.ts'
import type { Table } from '../reading.ts'

const tidy = (text: string) => text.replaceAll(/[ \t\u00a0\r\n]+/gu, ' ').trim()
const span = (value: string | null) => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) && count > 0 ? Math.min(count, 1000) : 1
}

/** The text of a cell: line breaks and blocks in it become spaces. */
export function cellText(cell: Element): string {
  const copy = cell.cloneNode(true)
  if (!('querySelectorAll' in copy)) return tidy(cell.textContent)
  const element = copy as Element
  for (const block of element.querySelectorAll('br,p,div,li')) block.append(' ')
  return tidy(element.textContent)
}

/** Reads an HTML table with its merged cells; tables inside its cells are read as their text. */
export function readHtmlTable(table: Element): Table | null {
  const own = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const rows = own.map((row): Cell[] =>
    [...row.children]
      .filter((child) => /^t[dh]$/iu.test(child.tagName))
      .map((cell) => ({
        text: cellText(cell),
        rows: span(cell.getAttribute('rowspan')),
        columns: span(cell.getAttribute('colspan')),
        head: /^th$/iu.test(cell.tagName) || cell.closest('thead') !== null,
      })),
  )
  const caption = table.querySelector('caption')
  return tableFromCells(rows, caption === null ? null : cellText(caption) || null)
}
