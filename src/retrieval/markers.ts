const chineseNumber = '[零〇一二三四五六七八九十百千两0-9０-９]+'
const article = new RegExp(
  `^(?:第${chineseNumber}条(?:之${chineseNumber})?|条目${chineseNumber})(?=[\\s　：:、]|$)`,
  'u',
)
const item = new RegExp(
  `^(?:[（(]${chineseNumber}[）)]|${chineseNumber}[)）.．、](?!\\d)|[①-⑳]|[-–—•●▪■◆·*]\\s|[a-zA-Z][.)）]\\s|第${chineseNumber}[，,、])`,
  'u',
)

/** A numbered paragraph that says something by itself: "一、标准。 自2026年1月1日起，…" */
const numberedParagraph = /^[一二三四五六七八九十]{1,3}、(?=.{16})(?=.*。)/u

/** True for the first line of an article: "第十二条　…", "第一百二十条之一 …", or a numbered paragraph that is one: "一、标准。 …". */
export const opensArticle = (line: string): boolean => article.test(line) || numberedParagraph.test(line)

/** True for a line that carries the marker of an item: "（一）…", "1.…", "①…", "- …". */
export const isItem = (line: string): boolean => item.test(line) && !opensArticle(line)

/** True for a line that announces what follows: it ends with a colon or says 如下. */
export const isLeadIn = (line: string): boolean => /(?:[：:]|如下[。.]?)$/u.test(line)

const levels: readonly (readonly [RegExp, number])[] = [
  [/^第[零〇一二三四五六七八九十百\d]+[编篇]/u, 7],
  [/^第[零〇一二三四五六七八九十百\d]+章/u, 8],
  [/^第[零〇一二三四五六七八九十百\d]+节/u, 9],
  [/^[一二三四五六七八九十]+、/u, 10],
  [/^（[一二三四五六七八九十]+）/u, 11],
]

/**
 * The depth of a plain line that is in truth a heading ("第二章 缴存", "一、申请条件"), or null. Depths start below those of marked-up
 * headings. A line that ends a sentence, is long, or is followed by its next sibling is none.
 */
export function headingLevel(line: string, next: string | null): number | null {
  if (line.length > 30 || /[。；;：:，,？?！!]$/u.test(line)) return null
  const found = levels.find(([pattern]) => pattern.test(line))
  if (found === undefined || next === null) return null
  const [pattern, level] = found
  return pattern.test(next) ? null : level
}
