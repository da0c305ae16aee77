import type { Block } from '../reading.ts'
import { lineBlock } from '../text/line-blocks.ts'
import { tableFromCells } from '../table/table-from-grid.ts'
import { fillBlanks } from './fill-blanks.ts'
import { questionBlocks } from './question-sheet.ts'
import { isBlankRow, textsOf, toCells, withoutBlankColumns, type SheetMatrix } from './sheet-matrix.ts'

/** Blank rows part what stands on a sheet. */
function regionsOf(rows: SheetMatrix): SheetMatrix[] {
  const regions: (readonly SheetMatrix[number][])[] = []
  let open: SheetMatrix[number][] = []
  for (const row of [...rows, []]) {
    if (!isBlankRow(row)) open.push(row)
    else if (open.length > 0) {
      regions.push(open)
      open = []
    }
  }
  return regions
}

const isLine = (row: SheetMatrix[number]) => textsOf(row).length === 1
const paragraphs = (rows: SheetMatrix): Block[] =>
  rows.flatMap((row) => textsOf(row).flatMap((text) => text.split('\n').map(lineBlock)))

/** A table with the lines above it, the last of which names it, and the notes below. */
function regionBlocks(region: SheetMatrix, merged: boolean): Block[] {
  const rows = withoutBlankColumns(region)
  if ((rows[0]?.length ?? 0) < 2) return paragraphs(rows)
  const first = rows.findIndex((row) => !isLine(row))
  if (first < 0) return paragraphs(rows)
  const last = rows.findLastIndex((row) => !isLine(row))
  // A last row with one value may be a row of the table whose other cells are empty: a note stands in the first column.
  const end = rows.findIndex((row, index) => index > last && row[0] !== null && isLine(row))
  const body = rows.slice(first, end < 0 ? rows.length : end)
  const notes = end < 0 ? [] : rows.slice(end)
  const questions = questionBlocks(body)
  const above = rows.slice(0, first)
  if (questions !== null) return [...paragraphs(above), ...questions, ...paragraphs(notes)]
  const caption = textsOf(above.at(-1) ?? [])[0] ?? null
  const table = tableFromCells(toCells(merged ? body : fillBlanks(body)), caption)
  return [...paragraphs(above.slice(0, -1)), ...(table === null ? [] : [table]), ...paragraphs(notes)]
}

/**
 * Reads what stands on one sheet: question–answer rows, tables with their captions and notes, plain lines. `merged` says whether the
 * format keeps merged cells.
 */
export const sheetBlocks = (rows: SheetMatrix, merged: boolean): Block[] =>
  regionsOf(rows).flatMap((region) => regionBlocks(region, merged))

/** The line above the first table, where it stands alone at the top of the sheet; null for none. */
export function sheetTitle(rows: SheetMatrix): string | null {
  const start = rows.findIndex((row) => !isBlankRow(row))
  const [first, second] = [rows[start], rows[start + 1]]
  if (first === undefined || second === undefined || !isLine(first)) return null
  const text = textsOf(first)[0] ?? ''
  return text.length <= 60 && !/[。；]$/u.test(text) ? text : null
}
