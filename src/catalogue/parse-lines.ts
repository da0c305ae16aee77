import type { CatalogueLine } from '../core/dispatch.ts'
import { phrase } from '../core/phrase.ts'
import { parseRegion } from '../core/region.ts'
import { UnusableCatalogue, type CatalogueProblem } from './catalogue-problem.ts'
import type { Located } from './located.ts'
import { readSheetTable, type SheetFile } from './sheet-table.ts'

const heads = {
  line: ['line', '编号', '目录编号', '条目', '序号', 'number'],
  subject: ['subject', '主题代码', '分类代码', '代码', '诉求分类', 'code'],
  region: ['region', '区域', '地区', '行政区', '属地', 'place'],
  lead: ['lead', '主办单位', '承办单位', '牵头单位', '责任单位', 'department'],
  coHandling: ['co_handling', '协办单位', '配合单位', '会办单位'],
  duty: ['duty', '职责', '职责内容', '职责说明', '事项'],
  dutyEnglish: ['duty_en', '英文职责', 'english duty'],
  basis: ['basis', '依据', '法律依据', '政策依据'],
  excluded: ['excluded', '不派单去向', '法定途径', '例外', 'route'],
} as const

/** Reads a dispatch catalogue from CSV or XLSX; bodies and classes are checked by `checkCatalogue`. */
export function parseLines(file: SheetFile): Located<CatalogueLine>[] {
  const rows = readSheetTable(file, heads, (found) =>
    ['line', 'subject', 'lead', 'duty'].every((name) => found.has(name)),
  )
  const problems: CatalogueProblem[] = []
  const lines = rows.map(({ line, values }) => {
    for (const column of ['line', 'lead', 'duty'] as const)
      if (values[column] === '')
        problems.push({ file: file.name, line, what: phrase('operator.catalogue.blank', { column: heads[column][0] }) })
    const subject = values.subject === '' ? '' : values.subject.padStart(6, '0')
    return {
      line,
      value: {
        line: values.line,
        subject,
        region: parseRegion(values.region),
        lead: values.lead,
        coHandling: values.coHandling.split(/[;；,，、|\s]+/u).filter(Boolean),
        duty: { zh: values.duty, en: values.dutyEnglish || values.duty },
        basis: values.basis,
        excluded: values.excluded || null,
      },
    }
  })
  if (rows.length === 0) problems.push({ file: file.name, line: null, what: phrase('operator.catalogue.empty') })
  if (problems.length > 0) throw new UnusableCatalogue(problems)
  return lines
}
