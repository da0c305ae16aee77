import { phrase } from '../core/phrase.ts'
import type { SubjectClass } from '../core/dispatch.ts'
import { UnusableCatalogue, type CatalogueProblem } from './catalogue-problem.ts'
import type { Located } from './located.ts'
import { readSheetTable, type SheetFile, type SheetRow } from './sheet-table.ts'

const heads = {
  code: ['code', '代码', '分类代码', '类目代码', '编码', 'subject code'],
  large: ['large', '大类', '大类代码', '一级', '一级分类', '一级类目', 'level 1', 'class 1'],
  middle: ['middle', '中类', '中类代码', '二级', '二级分类', '二级类目', 'level 2', 'class 2'],
  small: ['small', '小类', '小类代码', '三级', '三级分类', '三级类目', 'level 3', 'class 3'],
  name: ['name', '名称', '类目名称', '类别名称', '分类名称', 'name_zh', 'chinese name'],
  english: ['name_en', '英文名称', 'english name', 'english'],
  description: ['description', '说明', '描述', '备注', '内容说明', 'description_zh', 'notes'],
  descriptionEnglish: ['description_en', '英文说明', 'english description'],
  term: ['term', '办理时限', '时限', '紧急程度', 'urgency'],
} as const
type Column = keyof typeof heads
const levels = ['large', 'middle', 'small'] as const

const terms: Readonly<Record<string, SubjectClass['term']>> = {
  '': null,
  danger: 'danger',
  危险: 'danger',
  紧急: 'danger',
  utility: 'utility',
  民生: 'utility',
  水电气热: 'utility',
  ordinary: 'ordinary',
  一般: 'ordinary',
  普通: 'ordinary',
  complex: 'complex',
  复杂: 'complex',
  疑难: 'complex',
}

/** Six digits of a code of any length; a spreadsheet that took it for a number has eaten its leading zero. */
function sixDigits(code: string): string | null {
  const digits = code.replaceAll(/[\s.-]/gu, '')
  if (!/^\d{1,6}$/u.test(digits)) return null
  return (digits.length % 2 === 1 ? `0${digits}` : digits).padEnd(6, '0')
}

/** What stands in the columns of the levels: codes, each whole or only its own two digits; null where these are names. */
function codeFromLevels(values: SheetRow<Column>['values']): string | null {
  let code = ''
  for (const level of levels) {
    const digits = values[level].replaceAll(/\s/gu, '')
    if (digits === '') continue
    if (!/^\d+$/u.test(digits)) return null
    code = digits.length > 2 ? digits : code + digits.padStart(2, '0')
  }
  return code === '' ? null : sixDigits(code)
}

const nameFromLevels = (values: SheetRow<Column>['values']): string =>
  levels.map((level) => values[level]).findLast((name) => name !== '' && !/^\d+$/u.test(name)) ?? ''

const problemOf = (file: string, line: number, id: string, values: Record<string, string>): CatalogueProblem => ({
  file,
  line,
  what: phrase(`operator.catalogue.${id}`, values),
})

function parseRow(row: SheetRow<Column>): SubjectClass | { id: string; values: Record<string, string> } {
  const { values } = row
  const code = values.code === '' ? codeFromLevels(values) : sixDigits(values.code)
  if (code === null)
    return { id: 'code', values: { code: values.code || levels.map((level) => values[level]).join(' ') } }
  const name = values.name || nameFromLevels(values)
  if (name === '') return { id: 'name', values: { code } }
  const term = terms[values.term.toLowerCase()]
  if (term === undefined) return { id: 'term', values: { term: values.term } }
  return {
    code,
    name: { zh: name, en: values.english || name },
    description: { zh: values.description, en: values.descriptionEnglish || values.description },
    term: code.endsWith('00') ? null : (term ?? 'ordinary'),
  }
}

/** Where a class's code lies in the levels: '010203' has '010200' and '010000' around it. */
export const outerCodes = (code: string): string[] =>
  [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((outer) => outer !== code)

/**
 * Reads a subject table in the shape of GB/T 39666-2020 from CSV or XLSX: a code column, or one for each level, with name and explanation.
 * Throws `UnusableCatalogue` with every line that cannot be used.
 */
export function parseSubjects(file: SheetFile): Located<SubjectClass>[] {
  const rows = readSheetTable(file, heads, (found) =>
    found.has('code')
      ? found.has('name') || found.has('small')
      : found.has('large') && found.has('small') && found.has('name'),
  )
  const problems: CatalogueProblem[] = []
  const classes = new Map<string, Located<SubjectClass>>()
  for (const row of rows) {
    const parsed = parseRow(row)
    if ('id' in parsed) problems.push(problemOf(file.name, row.line, parsed.id, parsed.values))
    else if (classes.has(parsed.code)) problems.push(problemOf(file.name, row.line, 'twice', { name: parsed.code }))
    else classes.set(parsed.code, { line: row.line, value: parsed })
  }
  for (const { line, value } of classes.values())
    for (const outer of outerCodes(value.code).filter((code) => !classes.has(code)))
      problems.push(problemOf(file.name, line, 'outer', { code: value.code, outer }))
  if (classes.size === 0 && problems.length === 0)
    problems.push({ file: file.name, line: null, what: phrase('operator.catalogue.empty') })
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  return [...classes.values()]
}
