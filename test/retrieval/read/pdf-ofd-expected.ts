import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Block, ReadLimits, Reading, Table } from '../../../src/retrieval/read/reading.ts'
import { renderText } from '../../../src/retrieval/read/render-text.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')
/** Documents that are kept beside the project and not in it; tests that need them are skipped where they are absent. */
export const folder = join(root, '../shared/real-documents/formats')

export const limits: ReadLimits = {
  fileBytes: 50_000_000,
  unpackedBytes: 200_000_000,
  ratio: 500,
  entries: 5_000,
  parts: 5_000,
}

const entry = z.object({
  file: z.string(),
  format: z.string(),
  title: z.string(),
  must_contain: z.array(z.string()),
  must_not_contain: z.array(z.string()),
  tables: z.array(z.tuple([z.string(), z.string(), z.string()])),
  malformed: z.boolean(),
  pages_without_text: z.array(z.number()).optional(),
})
export type Expected = z.infer<typeof entry>

/** The entries of one format; none where the documents are absent. */
export function expected(format: string): Expected[] {
  const path = join(folder, 'expected.json')
  if (!existsSync(path)) return []
  return z
    .array(entry)
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .filter((one) => one.format === format)
}

export const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)))
export const bare = (text: string): string => text.replaceAll(/[\s\u3000]+/gu, '')

const tables = (reading: Reading): Table[] =>
  reading.blocks.filter((block: Block): block is Table => block.kind === 'table')

/** Whether a row of some table has this label and this value under this head. */
export function hasCell(reading: Reading, [head, label, value]: readonly [string, string, string]): boolean {
  return tables(reading).some((table) =>
    table.columns.some(
      (name, column) =>
        bare(name) === bare(head) &&
        table.rows.some((row) => {
          const labels = row.slice(0, table.labelColumns).filter((text, at, all) => text !== all[at - 1])
          return bare(labels.join('')) === bare(label) && bare(row[column] ?? '') === bare(value)
        }),
    ),
  )
}

/** What of an entry a reading lacks, and what it has although it should not. */
export function differences(reading: Reading, one: Expected): string[] {
  const text = bare(renderText(reading))
  return [
    ...(one.title === '' || reading.title === null || bare(reading.title) === bare(one.title)
      ? one.title !== '' && reading.title === null
        ? ['title: none']
        : []
      : [`title: ${reading.title}`]),
    ...one.must_contain.filter((part) => !text.includes(bare(part))).map((part) => `lacks: ${part}`),
    ...one.must_not_contain.filter((part) => text.includes(bare(part))).map((part) => `has: ${part}`),
    ...one.tables.filter((cell) => !hasCell(reading, cell)).map((cell) => `cell: ${cell.join(' | ')}`),
  ]
}
