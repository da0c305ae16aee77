import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { phrase } from '../core/phrase.ts'
import { UnusableCatalogue, type CatalogueProblem } from './catalogue-problem.ts'
import type { Located } from './located.ts'

export interface TextFile {
  name: string
  text: string
}

/**
 * Reads the entries of a YAML list or mapping with the line each begins in; a mapping's key is given as `key`, a list has ''. Throws
 * `UnusableCatalogue` with every entry that has another form than `shape`.
 */
export function parseRecords<T>(file: TextFile, shape: z.ZodType<T>): (Located<T> & { key: string })[] {
  const counter = new LineCounter()
  const document = parseDocument(file.text, { lineCounter: counter })
  const problems: CatalogueProblem[] = document.errors.map((error) => ({
    file: file.name,
    line: counter.linePos(error.pos[0]).line,
    what: phrase('operator.catalogue.form', { why: error.message.split('\n')[0] ?? '' }),
  }))
  const { contents } = document
  const entries = isSeq(contents)
    ? contents.items.map((item) => ({ key: '', item, start: item }))
    : isMap(contents)
      ? contents.items.map(({ key, value }) => ({ key: String(key), item: value, start: key }))
      : []
  if (entries.length === 0 && problems.length === 0)
    problems.push({ file: file.name, line: null, what: phrase('operator.catalogue.empty') })
  const records = entries.flatMap(({ key, item, start }) => {
    const range = (start as { range?: readonly number[] }).range
    const line = counter.linePos(range?.[0] ?? 0).line
    const parsed = shape.safeParse((item as { toJS?: (of: unknown) => unknown } | null)?.toJS?.(document))
    if (parsed.success) return [{ key, line, value: parsed.data }]
    const why = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    problems.push({ file: file.name, line, what: phrase('operator.catalogue.form', { why }) })
    return []
  })
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  return records
}
