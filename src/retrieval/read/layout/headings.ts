import { lineBlock } from '../text/line-blocks.ts'
import type { Block } from '../reading.ts'
import type { Grid } from './grid.ts'
import { endsSentence, widthInEms } from './join-text.ts'
import { itemKind, numbersTable, opensArticle, opensQuestion } from './markers.ts'
import type { Paragraph } from './paragraphs.ts'
import { isCentred, type TextStyle } from './text-style.ts'

export type HeadingLevel = Extract<Block, { kind: 'heading' }>['level']

/** In letter heights. */
const longest = 60
/** Print this much larger than the text is a heading. */
const larger = 1.12

/** "总　则" → "总则": letters that were set apart to fill a line. */
export const closeUp = (text: string): string =>
  /^\p{Script=Han}(?:[\s　]+\p{Script=Han})+$/u.test(text)
    ? text.replaceAll(/[\s　]+/gu, '')
    : text.replaceAll(/[\s　]+/gu, ' ').trim()

export const sizeOf = (paragraph: Paragraph): number => paragraph.lines[0]?.item.size ?? 0
const boldAll = (paragraph: Paragraph) => paragraph.lines.every(({ item }) => item.bold)
const centredAll = (paragraph: Paragraph, style: TextStyle) => paragraph.lines.every((line) => isCentred(line, style))

/** Short, without the end of a sentence, and with more than numbers to say. */
const couldHead = (paragraph: Paragraph) =>
  widthInEms(paragraph.text) <= longest &&
  paragraph.lines.length <= 3 &&
  (!endsSentence(paragraph.text) || /[?？]$/u.test(paragraph.text)) &&
  /\p{L}{2}/u.test(paragraph.text.replaceAll(/\s/gu, '')) &&
  !opensQuestion(paragraph.text)

export const isLarger = (paragraph: Paragraph, style: TextStyle): boolean =>
  couldHead(paragraph) && sizeOf(paragraph) > style.size * larger

/** Sizes of larger print in the document, from large to small; those that hardly differ are one. */
export function headingSizes(paragraphs: readonly Paragraph[], style: TextStyle): number[] {
  const sizes = paragraphs.filter((paragraph) => isLarger(paragraph, style)).map(sizeOf)
  return [...new Set(sizes)]
    .sort((a, b) => b - a)
    .filter((size, at, all) => at === 0 || size < (all[at - 1] ?? 0) * 0.96)
}

const levelOfSize = (size: number, sizes: readonly number[]): HeadingLevel => {
  const rank = sizes.findIndex((other) => size > other * 0.96)
  return rank <= 1 ? 2 : rank === 2 ? 3 : rank === 3 ? 4 : 5
}

/**
 * The level of a paragraph that is a heading, or null. Chapters and sections are headings by their words, others by larger or heavy print
 * or by their place in the middle.
 */
export function headingLevel(paragraph: Paragraph, style: TextStyle, sizes: readonly number[]): HeadingLevel | null {
  if (!couldHead(paragraph) || opensArticle(paragraph.text)) return null
  const kind = itemKind(paragraph.text)
  const named = kind === null ? lineBlock(paragraph.text) : null
  if (named?.kind === 'heading') return named.level
  if (isLarger(paragraph, style)) return levelOfSize(sizeOf(paragraph), sizes)
  if (widthInEms(paragraph.text) > 40 || /^[（(][^（）()]*[）)]$/u.test(paragraph.text)) return null
  if (boldAll(paragraph)) return kind === '一、' ? 4 : 5
  const dated = /\d{4}\s*年.*日$|^\d/u.test(paragraph.text)
  return kind === null &&
    !dated &&
    !endsSentence(paragraph.text) &&
    centredAll(paragraph, style) &&
    sizeOf(paragraph) > style.size * 0.95
    ? 5
    : null
}

const numberedLevels: Readonly<Record<string, HeadingLevel>> = { '一、': 4, '（一）': 5 }

/**
 * The level of a short numbered paragraph ("一、申请条件") in the print of the text: a heading where something else than the next number
 * follows it, an item where its neighbours are items of the same kind.
 */
export function numberedLevel(
  paragraph: Paragraph,
  next: Paragraph | Grid | undefined,
  afterItem: string | null,
): HeadingLevel | null {
  const kind = itemKind(paragraph.text)
  const level = kind === null ? undefined : numberedLevels[kind]
  if (level === undefined || next === undefined || afterItem === kind) return null
  if (paragraph.text.length > 30 || /[。；;，,：:！!？?]/u.test(paragraph.text)) return null
  return next.kind === 'grid' || itemKind(next.text) !== kind ? level : null
}

const documentNumber = /[〔\[［（(]\s*(?:19|20)\d{2}\s*[〕\]］）)]\s*第?\s*\d+\s*号/u
const masthead = /(?:文件|公报|简报|办公室|人民政府|委员会|厅|局)$/u

/** A paragraph of running text, which no title stands behind. */
const runsOn = (paragraph: Paragraph) => endsSentence(paragraph.text) && paragraph.text.length > 25

/**
 * The title: the largest heading above the text of the first page. The red name of the issuing body over a document number is none, the
 * heading under it is.
 */
export function findTitle(parts: readonly (Paragraph | Grid)[], style: TextStyle): Paragraph | null {
  const [first] = parts
  const page = first?.kind === 'grid' ? first.page : first?.lines[0]?.item.page
  const end = parts.findIndex((part) => part.kind === 'grid' || runsOn(part) || part.lines[0]?.item.page !== page)
  const above = parts
    .slice(0, end < 0 ? parts.length : end)
    .filter((part) => part.kind === 'paragraph')
    .slice(0, 15)
  const number = above.findIndex(({ text }) => documentNumber.test(text) && text.length < 40)
  const headed = number > 0 && above.slice(0, number).some(({ text }) => masthead.test(closeUp(text)))
  const searched = headed ? above.slice(number + 1) : above
  const large = searched.filter((paragraph) => isLarger(paragraph, style) && !numbersTable(paragraph.text))
  const [largest] = [...large].sort((a, b) => sizeOf(b) - sizeOf(a))
  if (largest !== undefined) return largest
  const [top] = searched
  return top !== undefined &&
    couldHead(top) &&
    centredAll(top, style) &&
    !/^[（(\d]/u.test(top.text) &&
    !numbersTable(top.text)
    ? top
    : null
}
