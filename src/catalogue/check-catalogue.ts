import type { CatalogueLine, Department, SubjectClass } from '../core/dispatch.ts'
import { phrase } from '../core/phrase.ts'
import { formatRegion } from '../core/region.ts'
import type { CatalogueProblem } from './catalogue-problem.ts'
import type { Located } from './located.ts'
import type { SubjectExamples } from './parse-examples.ts'
import { outerCodes } from './parse-subjects.ts'

/** What was read, each part with the name of its file. */
export interface CatalogueParts {
  subjects: { file: string; rows: readonly Located<SubjectClass>[] }
  departments: { file: string; rows: readonly Located<Department>[] }
  lines: { file: string; rows: readonly Located<CatalogueLine>[] }
  examples: readonly { file: string; rows: readonly Located<SubjectExamples>[] }[]
}

type Say = (line: number | null, id: string, values?: Record<string, string>) => void

const sayIn =
  (file: string, problems: CatalogueProblem[]): Say =>
  (line, id, values = {}) =>
    problems.push({ file, line, what: phrase(`operator.catalogue.${id}`, values) })

/** Says which values stand more than once, at each place but the first. */
function checkOnce<T>(rows: readonly Located<T>[], nameOf: (value: T) => string, say: Say): void {
  const seen = new Set<string>()
  for (const { line, value } of rows) {
    const name = nameOf(value)
    if (seen.has(name)) say(line, 'twice', { name })
    seen.add(name)
  }
}

function checkLines({ lines, subjects, departments }: CatalogueParts, say: Say): void {
  const codes = new Set(subjects.rows.map(({ value }) => value.code))
  const bodies = new Set(departments.rows.map(({ value }) => value.id))
  for (const { line, value } of lines.rows) {
    if (value.subject !== '' && !codes.has(value.subject)) say(line, 'unknown-class', { code: value.subject })
    for (const body of [value.lead, ...value.coHandling])
      if (!bodies.has(body)) say(line, 'unknown-department', { id: body })
  }
  checkOnce(lines.rows, ({ line }) => line, say)
  checkOnce(lines.rows, ({ subject, region }) => `${subject} ${formatRegion(region)}`.trim() || '–', say)
}

/** Every class has an owner for the whole city: its own, that of a class around it, or the fallback, which has to exist. */
function checkOwners({ lines, subjects }: CatalogueParts, inSubjects: Say, inLines: Say): void {
  const owned = new Set(lines.rows.filter(({ value }) => value.region.length === 0).map(({ value }) => value.subject))
  if (!owned.has('')) inLines(null, 'no-fallback')
  for (const { line, value } of subjects.rows)
    if (![value.code, ...outerCodes(value.code)].some((code) => owned.has(code)))
      inSubjects(line, 'no-line', { code: value.code, name: value.name.zh })
}

/** Everything in the parts that does not fit together; empty where all does. */
export function checkCatalogue(parts: CatalogueParts): CatalogueProblem[] {
  const problems: CatalogueProblem[] = []
  const [inSubjects, inLines] = [sayIn(parts.subjects.file, problems), sayIn(parts.lines.file, problems)]
  checkOnce(parts.departments.rows, ({ id }) => id, sayIn(parts.departments.file, problems))
  checkLines(parts, inLines)
  checkOwners(parts, inSubjects, inLines)
  const small = new Set(parts.subjects.rows.map(({ value }) => value.code).filter((code) => !code.endsWith('00')))
  for (const { file, rows } of parts.examples)
    for (const { line, value } of rows)
      if (!small.has(value.code)) sayIn(file, problems)(line, 'unknown-small-class', { code: value.code })
  return problems
}
