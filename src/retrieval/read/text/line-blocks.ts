import type { Block } from '../reading.ts'

const chapter = /^第[〇零一二三四五六七八九十百千\d]+[编章节篇](?:[\s　]|$|[^条款项])/u
const level = (line: string): 1 | 2 | 3 | 4 =>
  /^第[^章节]{1,8}[编篇]/u.test(line) ? 1 : /^第[^节]{1,8}章/u.test(line) ? 2 : /^第.{1,8}节/u.test(line) ? 3 : 4
const numbered = /^[一二三四五六七八九十]{1,3}、[^。；;，,：:]{2,28}$/u
const longestHeading = 40

/** A line of plain text as a block: chapter and section lines, and short numbered lines, are headings. */
export function lineBlock(line: string): Block {
  const text = line.trim()
  if (text.length <= longestHeading && chapter.test(text) && !/[。；]$/u.test(text))
    return { kind: 'heading', level: level(text), text: text.replaceAll(/[\s　]+/gu, ' ') }
  if (numbered.test(text)) return { kind: 'heading', level: 4, text }
  return { kind: 'paragraph', text }
}
