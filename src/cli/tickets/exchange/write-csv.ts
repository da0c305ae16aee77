import Papa from 'papaparse'
import { formulaBeginning } from './formula-guard.ts'
import type { Cell, TableRows } from './table-rows.ts'

const lines = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formulaBeginning, newline: '\r\n' },
  )}\r\n`

/** A table as CSV that every spreadsheet opens as UTF-8, and in which nothing is taken for a formula. */
export async function* writeCsv({ heads, pages }: TableRows): AsyncGenerator<string> {
  yield `\uFEFF${lines([heads])}`
  for await (const page of pages) yield lines(page)
}
