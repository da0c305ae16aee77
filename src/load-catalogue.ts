import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UnusableCatalogue } from './catalogue/catalogue-problem.ts'
import { checkCatalogue, type CatalogueParts } from './catalogue/check-catalogue.ts'
import { parseDepartments } from './catalogue/parse-departments.ts'
import { parseExamples, type SubjectExamples } from './catalogue/parse-examples.ts'
import { parseLines } from './catalogue/parse-lines.ts'
import { parseSubjects } from './catalogue/parse-subjects.ts'
import { parseUrgency } from './catalogue/parse-urgency.ts'
import type { Catalogue } from './core/dispatch.ts'
import { phrase } from './core/phrase.ts'
import type { UrgencyTable } from './tickets/classify/judge-urgency.ts'

/** The tables that a demand is classified and dispatched by. */
export interface DispatchData {
  catalogue: Catalogue
  examples: readonly SubjectExamples[]
  urgency: UrgencyTable
}

interface ReadFile {
  name: string
  bytes: Uint8Array
  text: string
}

async function readOne(folder: string, names: readonly string[]): Promise<ReadFile> {
  const name = names.find((candidate) => existsSync(join(folder, candidate)))
  if (name === undefined)
    throw new UnusableCatalogue([{ file: names.join(' / '), line: null, what: phrase('operator.catalogue.missing') }])
  const bytes = await readFile(join(folder, name))
  return { name, bytes, text: bytes.toString('utf8') }
}

async function readExamples(folder: string): Promise<ReadFile[]> {
  const inside = join(folder, 'subject-examples')
  if (!existsSync(inside)) return []
  const names = (await readdir(inside)).filter((name) => /\.ya?ml$/u.test(name)).toSorted()
  return Promise.all(names.map((name) => readOne(folder, [join('subject-examples', name)])))
}

/** All problems of several readings are reported together. */
function collect<T extends readonly unknown[]>(readings: { readonly [Index in keyof T]: () => T[Index] }): T {
  const problems: UnusableCatalogue['problems'][number][] = []
  const values = readings.map((reading) => {
    try {
      return reading()
    } catch (error) {
      if (!(error instanceof UnusableCatalogue)) throw error
      problems.push(...error.problems)
      return undefined
    }
  })
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  return values as unknown as T
}

/**
 * Reads the subject table, the departments, the dispatch catalogue (CSV or XLSX), the example sentences and the rules of urgency from a
 * folder. Throws `UnusableCatalogue`, which names file and line of everything that is wrong or does not fit together.
 */
export async function loadCatalogue(folder: string): Promise<DispatchData> {
  const [subjects, departments, lines, urgency, ...examples] = await Promise.all([
    readOne(folder, ['subjects.csv', 'subjects.xlsx', 'subjects.xls']),
    readOne(folder, ['departments.yaml']),
    readOne(folder, ['dispatch-catalogue.csv', 'dispatch-catalogue.xlsx', 'dispatch-catalogue.xls']),
    readOne(folder, ['urgency.yaml']),
    ...(await readExamples(folder)).map((file) => Promise.resolve(file)),
  ])
  const [classes, bodies, rows, table, sentences] = collect([
    () => parseSubjects(subjects),
    () => parseDepartments(departments),
    () => parseLines(lines),
    () => parseUrgency(urgency),
    () => examples.map((file) => ({ file: file.name, rows: parseExamples(file) })),
  ] as const)
  const parts: CatalogueParts = {
    subjects: { file: subjects.name, rows: classes },
    departments: { file: departments.name, rows: bodies },
    lines: { file: lines.name, rows },
    examples: sentences,
  }
  const problems = checkCatalogue(parts)
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  const hash = createHash('sha256')
  for (const { name, bytes } of [subjects, departments, lines, urgency, ...examples])
    hash.update(`${name}\n`).update(bytes)
  return {
    catalogue: {
      version: hash.digest('hex').slice(0, 16),
      subjects: new Map(classes.map(({ value }) => [value.code, value])),
      departments: new Map(bodies.map(({ value }) => [value.id, value])),
      lines: rows.map(({ value }) => value),
    },
    examples: sentences.flatMap((file) => file.rows.map(({ value }) => value)),
    urgency: table,
  }
}
