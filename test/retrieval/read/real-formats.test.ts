import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { FileReading } from '../../../src/retrieval/knowledge-file.ts'
import { readFile } from '../../../src/retrieval/read/read-file.ts'
import { usualLimits } from '../../../src/retrieval/read/read-limits.ts'
import { renderText } from '../../../src/retrieval/read/render-text.ts'
import { tellOperator } from '../../../src/tell-operator.mjs'

/** Real office files lie beside the project, not in it; without them there is nothing to check here. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/real-documents/formats')
const present = existsSync(join(folder, 'expected.json'))

const expected = z.array(
  z.object({
    file: z.string(),
    title: z.string(),
    must_contain: z.array(z.string()),
    must_not_contain: z.array(z.string()),
    tables: z.array(z.tuple([z.string(), z.string(), z.string()])),
    tables_any: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])).default([]),
    pages_without_text: z.array(z.number()).default([]),
    entries: z.array(z.string()).default([]),
    malformed: z.boolean(),
  }),
)
type Expected = z.infer<typeof expected>[number]

/** Takes white space out, but leaves a byte-order mark: none may be left in a text. */
const squeeze = (text: string) => text.replaceAll(/[^\S\ufeff]+/gu, '')
const documentsOf = (readings: readonly FileReading[]) => readings.filter((one) => 'reading' in one)
const failuresOf = (readings: readonly FileReading[]) => readings.filter((one) => 'failure' in one)

const cases: readonly Expected[] = present
  ? expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))
  : []

const read = (file: string) => readFile({ name: file, bytes: readFileSync(join(folder, file)) }, usualLimits)

function checkText(entry: Expected, readings: readonly FileReading[]): void {
  const lines = documentsOf(readings).flatMap(({ reading }) => renderText(reading).split('\n'))
  const whole = squeeze(lines.join(''))
  for (const text of entry.must_contain) expect(whole.includes(squeeze(text)), text).toBe(true)
  for (const text of entry.must_not_contain) expect(whole.includes(squeeze(text)), text).toBe(false)
  const rows = lines.map(squeeze)
  for (const [head, label, values] of [
    ...entry.tables.map(([head, label, value]) => [head, label, [value]] as const),
    ...entry.tables_any,
  ]) {
    const found = rows.some(
      (row) =>
        row.includes(squeeze(head)) &&
        row.includes(squeeze(label)) &&
        values.some((value) => row.includes(squeeze(value))),
    )
    expect(found, `${head} · ${label} · ${values.join(' or ')}`).toBe(true)
  }
}

const tell = tellOperator('en')

describe.skipIf(!present)('real office files', () => {
  it('are there in number', () => {
    expect(cases.length).toBeGreaterThanOrEqual(60)
  })

  it.each(cases.map((entry) => [entry.file, entry] as const))('%s is read as it should be', async (_, entry) => {
    const readings = await read(entry.file)
    const documents = documentsOf(readings)
    for (const { failure } of failuresOf(readings))
      expect(tell(failure.message.id, failure.message.values)).toMatch(/\S{3}.*[.!]$/su)
    if (entry.malformed) expect(readings.length).toBeGreaterThan(0)
    if (!entry.malformed && entry.must_contain.length > 0) expect(documents.length).toBeGreaterThan(0)
    for (const { reading } of documents) expect(squeeze(renderText(reading)).length).toBeGreaterThan(0)
    checkText(entry, readings)
    if (entry.title !== '') expect(squeeze(documents[0]?.reading.title ?? '')).toBe(squeeze(entry.title))
    const paths = readings.map(({ path }) => path)
    for (const name of entry.entries) expect(paths.some((path) => path.includes(`!/${name}`))).toBe(true)
    const warnings = documents.flatMap(({ reading }) => reading.warnings)
    const imagePages = warnings
      .filter(({ kind }) => kind === 'page-without-text')
      .map(({ where }) => where?.values['pages'] ?? '')
    for (const page of entry.pages_without_text)
      expect(
        imagePages.some((words) => new RegExp(`\\b${page}\\b`, 'u').test(words)),
        `page ${page}`,
      ).toBe(true)
  })
})
