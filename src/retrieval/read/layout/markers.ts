const count = '[零〇一二三四五六七八九十百千]{1,6}'
const article = new RegExp(`^第(?:${count}|\\d{1,4})条(?:之${count})?(?=[\\s　：:、]|$)`, 'u')
const tightArticle = new RegExp(`^第(?:${count}|\\d{1,4})条(?:之${count})?(?=[^，。；、的规第和或及至之所中])`, 'u')
const chapter = new RegExp(`^第(?:${count}|\\d{1,3})[编章节篇](?:[\\s　]|$|[^条款项规的，。])`, 'u')
const items: readonly (readonly [string, RegExp])[] = [
  ['一、', new RegExp(`^${count}、(?!第?${count}[条款项])`, 'u')],
  ['（一）', new RegExp(`^[（(]${count}[）)](?![项款目、，和至或])`, 'u')],
  ['1.', /^\d{1,2}[.．](?!\d)(?=\s*\S)/u],
  ['1、', /^\d{1,2}、(?!\d)/u],
  ['（1）', /^[（(]\d{1,2}[）)](?![项款目、，和至或])/u],
  ['1)', /^\d{1,2}[)）](?=\s*\S)/u],
  ['①', /^[①-⑳]/u],
  ['a)', /^[a-zA-Z][.)）](?=\s)/u],
  ['•', /^[•●○■□◆◇▪▫▲△★☆➢✓·‣⁃][\s　]*(?=\S)/u],
  ['-', /^[-–—]\s+(?=\S)/u],
]

/** The kind of marker an item opens with ("（一）", "1.", "•" …); null for text without one. */
export const itemKind = (text: string): string | null => items.find(([, pattern]) => pattern.test(text))?.[0] ?? null

/** True for the first line of an article, also where no space follows its number. */
export const opensArticle = (text: string): boolean => article.test(text) || tightArticle.test(text)

export const opensChapter = (text: string): boolean => chapter.test(text)

/** A question or an answer of a list of questions. */
export const opensQuestion = (text: string): boolean => /^(?:问|答|Q|A)\s*\d{0,3}\s*[:：]/u.test(text)

/** Opens a part of a document by its words. */
export const opensPart = (text: string): boolean =>
  opensArticle(text) || opensChapter(text) || itemKind(text) !== null || opensQuestion(text)

/** Numbers a table: "表1", "附表二", "Table 3". */
export const numbersTable = (text: string): boolean => /^(?:附?表|Table)\s*[\d一二三四五六七八九十]/iu.test(text)
