import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { createInterface } from 'node:readline'
import { readSheetTable } from '../../../catalogue/sheet-table.ts'
import type { Desk } from '../with-desk.ts'
import { withoutGuard } from './formula-guard.ts'
import { importColumns, importHeads, type ImportColumn, type ImportValues } from './import-columns.ts'

/** An entry of a file: a row of a table, or a JSON value; `value` is undefined where it is none. */
export type ImportEntry = { line: number } & ({ values: ImportValues } | { value: unknown })

const valuesOf = (of: (name: ImportColumn) => string): ImportValues =>
  Object.fromEntries(importColumns.map((name) => [name, of(name)])) as Record<ImportColumn, string>

/** The columns of a JSON object, as a row of a table has them. */
export function rowOf(value: object): ImportValues {
  const fields = new Map<string, unknown>(Object.entries(value))
  return valuesOf((name) => {
    const field = fields.get(name)
    return typeof field === 'string' || typeof field === 'number' ? String(field).trim() : ''
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function* readTable(file: string, desk: Desk): AsyncGenerator<ImportEntry> {
  const bytes = await readFile(file)
  const guarded = extname(file).toLowerCase() === '.csv'
  const rows = readSheetTable({ name: basename(file), bytes }, importHeads(desk), (found) =>
    ['description', 'title'].some((name) => found.has(name)),
  )
  for (const { line, values } of rows)
    yield { line, values: valuesOf((name) => (guarded ? withoutGuard(values[name]) : values[name])) }
}

async function* readJsonLines(file: string): AsyncGenerator<ImportEntry> {
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1
    const bare = text.replace(/^\uFEFF/u, '').trim()
    if (bare !== '') yield { line, value: parseJson(bare) }
  }
}

/** The entries of an array count as lines. */
async function* readJsonArray(file: string): AsyncGenerator<ImportEntry> {
  const value = parseJson((await readFile(file, 'utf8')).replace(/^\uFEFF/u, ''))
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
  for (const [index, each] of entries.entries()) yield { line: index + 1, value: each }
}

/** Reads a file of demands, entry by entry; again for each call. Null where its kind is not known. */
export function openImport(file: string, desk: Desk): (() => AsyncGenerator<ImportEntry>) | null {
  switch (extname(file).toLowerCase()) {
    case '.csv':
    case '.xlsx':
    case '.xls':
      return () => readTable(file, desk)
    case '.jsonl':
    case '.ndjson':
      return () => readJsonLines(file)
    case '.json':
      return () => readJsonArray(file)
    default:
      return null
  }
}
