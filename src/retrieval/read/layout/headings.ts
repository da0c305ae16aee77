import { lineBlock } from '../text/line-blocks.ts'
import type { Block } from '../reading.ts'
import { endsSentence } from './join-text.ts'
import { itemKind, opensArticle, opensQuestion } from './markers.ts'
import type { Paragraph } from './paragraphs.ts'
import { isCentred, type TextStyle } from './text-style.ts'

export type HeadingLevel = Extract<Block, { kind: 'heading' }>['level']

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
  paragraph.text.length <= longest &&
  paragraph.lines.length <= 3 &&
  !endsSentence(paragraph.text) &&
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
 * The level of a paragraph that is a heading, or null. Chapters, sections and short numbered lines are headings by their words, others by
 * larger or heavy print or by their place in the middle.
 */
export function headingLevel(paragraph: Paragraph, style: TextStyle, sizes: readonly number[]): HeadingLevel | null {
  if (!couldHead(paragraph) || opensArticle(paragraph.text)) return null
  const named = lineBlock(paragraph.text)
  if (named.kind === 'heading') return named.level
  if (isLarger(paragraph, style)) return levelOfSize(sizeOf(paragraph), sizes)
  const short = paragraph.text.length <= 40 && !/^[（(].*[）)]$/u.test(paragraph.text)
  if (!short || itemKind(paragraph.text) !== null) return null
  if (boldAll(paragraph)) return 5
  return centredAll(paragraph, style) &&
    !/\d{4}\s*年.*日$|^\d/u.test(paragraph.text) &&
    sizeOf(paragraph) > style.size * 0.95
    ? 5
    : null
}

const documentNumber = /[〔\[［（(]\s*(?:19|20)\d{2}\s*[〕\]］）)]\s*第?\s*\d+\s*号/u
const masthead = /(?:文件|公报|简报|办公室|人民政府|委员会|厅|局)$/u

/**
 * The title: the largest heading at the beginning of the first page. The red name of the issuing body over a document number is none, the
 * heading under it is.
 */
export function findTitle(paragraphs: readonly Paragraph[], style: TextStyle): Paragraph | null {
  const page = paragraphs[0]?.lines[0]?.item.page
  const first = paragraphs.filter(({ lines }) => lines[0]?.item.page === page).slice(0, 15)
  const number = first.findIndex(({ text }) => documentNumber.test(text) && text.length < 40)
  const headed = number > 0 && first.slice(0, number).some(({ text }) => masthead.test(closeUp(text)))
  const searched = headed ? first.slice(number + 1) : first
  const large = searched.filter((paragraph) => isLarger(paragraph, style))
  const [largest] = [...large].sort((a, b) => sizeOf(b) - sizeOf(a))
  if (largest !== undefined) return largest
  const [top] = searched
  return top !== undefined && couldHead(top) && centredAll(top, style) && !/^[（(\d]/u.test(top.text) ? top : null
}
