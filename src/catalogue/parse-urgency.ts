import { z } from 'zod'
import { phrase } from '../core/phrase.ts'
import type { UrgencyTable } from '../tickets/classify/judge-urgency.ts'
import { UnusableCatalogue, type CatalogueProblem } from './catalogue-problem.ts'
import { parseRecords, type TextFile } from './parse-records.ts'

const patterns = z.array(z.string().min(1)).default([])
const shape = z.object({ when: patterns, unless: patterns, settled: patterns }).strict()

/** Reads knowledge/urgency.yaml: for danger and utility, which words raise a demand's term and what only sounds so. */
export function parseUrgency(file: TextFile): UrgencyTable {
  const records = parseRecords(file, shape)
  const problems: CatalogueProblem[] = []
  const compile = (line: number, pattern: string) => {
    try {
      return [new RegExp(pattern, 'iu')]
    } catch (error) {
      const why = error instanceof Error ? error.message : pattern
      problems.push({ file: file.name, line, what: phrase('operator.catalogue.form', { why }) })
      return []
    }
  }
  const rulesOf = (term: string) => {
    const found = records.find(({ key }) => key === term)
    if (found === undefined)
      problems.push({ file: file.name, line: null, what: phrase('operator.catalogue.blank', { column: term }) })
    const all = (list: readonly string[]) => list.flatMap((pattern) => compile(found?.line ?? 1, pattern))
    return {
      when: all(found?.value.when ?? []),
      unless: all(found?.value.unless ?? []),
      settled: all(found?.value.settled ?? []),
    }
  }
  const table = { danger: rulesOf('danger'), utility: rulesOf('utility') }
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  return table
}
