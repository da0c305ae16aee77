import type { Block } from '../reading.ts'

type Heading = Extract<Block, { kind: 'heading' }>

const chapter = /^第[〇零一二三四五六七八九十百千\d]+[编章节篇](?:[\s　]|$|[^条款项])/u
const level = (line: string): 1 | 2 | 3 | 4 =>
  /^第[^章节]{1,8}[编篇]/u.test(line) ? 1 : /^第[^节]{1,8}章/u.test(line) ? 2 : /^第.{1,8}节/u.test(line) ? 3 : 4
/** Characters. */
const longestHeading = 40
const longestBoldHeading = 30

/** A line of plain text as a block: chapter and section lines are headings; "一、…" may be one or an item, which only its neighbours tell. */
export function lineBlock(line: string): Block {
  const text = line.trim()
  if (text.length <= longestHeading && chapter.test(text) && !/[。；;，,：:]/u.test(text))
    return { kind: 'heading', level: level(text), text: text.replaceAll(/[\s　]+/gu, ' ') }
  return { kind: 'paragraph', text }
}

/** A line that is bold from end to end as a heading; null where it is a sentence, a question or a fact ("电话：12345") in bold. */
export function boldHeading(line: string): Heading | null {
  const text = line.trim()
  const block = lineBlock(text)
  if (block.kind === 'heading') return block
  const other =
    text.length > longestBoldHeading || /[。；;？?！!，,：:]/u.test(text) || /^[问答]\s*\d*[.、]/u.test(text)
  return other ? null : { kind: 'heading', level: 5, text }
}
