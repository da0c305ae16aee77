import type { Block } from '../reading.ts'
import { textsOf, type SheetMatrix } from './sheet-matrix.ts'

const questionHead = /^(?:问题?|常见问题|咨询问题|标准问题?|提问|问题(?:内容|描述|标题|名称)|问句|questions?|q)$/iu
const answerHead =
  /^(?:答案?|答复|回答|解答|回复|(?:答复|回答|回复|答案|解答)(?:内容|口径|意见)|标准答案?|政策解答|answers?|a)$/iu
const numberHead = /^(?:序号|编号|序|no\.?|#|id)$/iu

type Question = Extract<Block, { kind: 'question' }>

/** Reads a sheet whose head names a column of questions and one of answers; null for any other sheet. */
export function questionBlocks(rows: SheetMatrix): readonly Block[] | null {
  const heads = (rows[0] ?? []).map((cell) => cell?.text.replaceAll(/\s+/gu, '') ?? '')
  const asked = heads.findIndex((head) => questionHead.test(head))
  const answered = heads.findIndex((head) => answerHead.test(head))
  const [question, answer] = [heads[asked], heads[answered]]
  if (question === undefined || answer === undefined) return null
  const others = heads.flatMap((head, column) =>
    head === '' || column === asked || column === answered || numberHead.test(head) ? [] : [{ head, column }],
  )
  return rows.slice(1).flatMap((row): Block[] => {
    const text = (column: number) => row[column]?.text.trim() ?? ''
    if (text(asked) === '' || text(answered) === '') {
      const left = textsOf(row).join(' ')
      return left === '' ? [] : [{ kind: 'paragraph', text: left }]
    }
    const more = others.map(({ head, column }) => [head, text(column)] as const).filter(([, value]) => value !== '')
    const block: Question = {
      kind: 'question',
      question: text(asked),
      answer: text(answered),
      more: Object.fromEntries(more),
      heads: { question, answer },
    }
    return [block]
  })
}
