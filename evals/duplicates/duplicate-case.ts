import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { detectLanguage } from '../../src/core/detect-language.ts'
import { parseRegion } from '../../src/core/region.ts'
import { projectFolder } from '../../src/load-data.ts'
import type { ComparedDemand } from '../../src/tickets/duplicates/compared-demand.ts'

const filed = z
  .object({
    text: z.string(),
    subject: z.string().nullable(),
    region: z.string().nullable(),
    where: z.string().nullable(),
    /** Local time of the hotline. */
    at: z.string(),
    reporter: z.string(),
  })
  .strict()

/** Two demands, the second filed later, and how they stand to each other. */
const duplicateCase = z
  .object({
    id: z.string(),
    /** Never looked at while building; the other half is for tuning. */
    heldOut: z.boolean(),
    a: filed,
    b: filed,
    expect: z.enum(['repeat', 'incident', 'related', 'different']),
  })
  .strict()

export type DuplicateCase = z.infer<typeof duplicateCase> & { difficulties: readonly string[] }

/** The demand as it is compared. A person has another conversation each time and the same number to be reached at. */
export function comparedDemand(
  id: string,
  { text, subject, region, where, at, reporter }: DuplicateCase['a'],
): ComparedDemand {
  const path = region === null ? null : parseRegion(region)
  return {
    conversation: id,
    filedAt: new Date(`${at}:00+08:00`),
    text,
    language: detectLanguage(text),
    subject,
    region: path,
    where: where === null ? null : { said: where, region: path, point: null },
    when: null,
    contact: { wish: 'confidential', name: null, phone: `1390000000${reporter.slice(1)}`, email: null },
  }
}

/** All pairs, those held out among them, each with what makes it hard. */
export async function readPairs(): Promise<DuplicateCase[]> {
  const read = (name: string) => readFile(join(projectFolder, 'evals/duplicates', name), 'utf8')
  const [lines, hard] = await Promise.all([read('cases.jsonl'), read('difficulties.json')])
  const difficulties = Object.entries(z.record(z.string(), z.array(z.string())).parse(JSON.parse(hard)))
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => duplicateCase.parse(JSON.parse(line)))
    .map((given) => ({
      ...given,
      difficulties: difficulties.filter(([, ids]) => ids.includes(given.id)).map(([name]) => name),
    }))
}
