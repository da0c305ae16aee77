import { read, set_cptable, utils } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import Papa from 'papaparse'
import { phrase } from '../core/phrase.ts'
import { guessDelimiter } from '../retrieval/read/sheet/guess-delimiter.ts'
import { decodeText } from '../retrieval/read/text/decode-text.ts'
import { UnusableCatalogue } from './catalogue-problem.ts'

set_cptable(codePages)

export interface SheetFile {
  name: string
  bytes: Uint8Array
}

/** The values of a row by column; what its head does not name is ''. `line` counts from 1, as editors and spreadsheets do. */
export interface SheetRow<Column extends string> {
  line: number
  values: Readonly<Record<Column, string>>
}

interface RawRow {
  line: number
  cells: readonly string[]
}

/** Rows above the heads: a title, a date. */
const mostAbove = 12

const tidy = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '')

function csvRows(bytes: Uint8Array): RawRow[] {
  const text = decodeText(bytes).text.replace(/^\uFEFF/u, '')
  const { data } = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text)?.delimiter ?? ',' })
  let line = 1
  return data.map((row) => {
    const at = line
    line += 1 + row.reduce((sum, cell) => sum + (cell.match(/\n/gu) ?? []).length, 0)
    return { line: at, cells: row.map(tidy) }
  })
}

/** The rows of every sheet as displayed, so that a code formatted with its zeros keeps them; merged cells count in all their places. */
function workbookRows(bytes: Uint8Array): RawRow[][] {
  const book = read(bytes, { type: 'array' })
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]
    if (sheet?.['!ref'] === undefined) return []
    const from = utils.decode_range(sheet['!ref']).s
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: false, defval: '', blankrows: true })
    for (const { s, e } of sheet['!merges'] ?? [])
      for (const row of rows.slice(s.r - from.r, e.r - from.r + 1))
        for (let column = s.c; column <= e.c; column += 1)
          row[column - from.c] = rows[s.r - from.r]?.[s.c - from.c] ?? ''
    return rows.map((row, at) => ({ line: from.r + at + 1, cells: row.map(tidy) }))
  })
}

const plain = (head: string) => head.toLowerCase().replaceAll(/[\s_()（）:：*-]+/gu, '')

/**
 * Reads a table from CSV or from the first sheet of a workbook that has its heads. Columns are found by their heads, in any order, by any
 * of the names in `heads`; those of `needed` have to be there. Throws `UnusableCatalogue` where they are not.
 */
export function readSheetTable<Column extends string>(
  file: SheetFile,
  heads: Readonly<Record<Column, readonly string[]>>,
  needed: (found: ReadonlySet<string>) => boolean,
): SheetRow<Column>[] {
  const isBook = file.bytes[0] === 0x50 || file.bytes[0] === 0xd0
  const columns = Object.entries<readonly string[]>(heads).map(
    ([name, wordings]) => [name, wordings.map(plain)] as const,
  )
  for (const rows of isBook ? workbookRows(file.bytes) : [csvRows(file.bytes)]) {
    for (const [at, head] of rows.slice(0, mostAbove).entries()) {
      const named = head.cells.map(plain)
      const places = columns.map(
        ([name, wordings]) => [name, named.findIndex((cell) => wordings.includes(cell))] as const,
      )
      if (!needed(new Set(places.flatMap(([name, place]) => (place < 0 ? [] : [name]))))) continue
      return rows.slice(at + 1).flatMap(({ line, cells }) =>
        cells.every((cell) => cell === '')
          ? []
          : [
              {
                line,
                values: Object.fromEntries(places.map(([name, place]) => [name, cells[place] ?? ''])) as Record<
                  Column,
                  string
                >,
              },
            ],
      )
    }
  }
  const missing = columns.map(([, wordings]) => wordings[0] ?? '').join(', ')
  throw new UnusableCatalogue([
    { file: file.name, line: null, what: phrase('operator.catalogue.heads', { heads: missing }) },
  ])
}
