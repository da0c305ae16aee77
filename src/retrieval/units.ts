import type { Unit } from '../core/passage.ts'
import type { Block } from './read/reading.ts'
import { headingLevel, isItem, isLeadIn, opensArticle } from './markers.ts'
import { punctuationOf } from './read/render-row.ts'
import { rowUnits } from './row-units.ts'

/** A structural unit of a document with the headings above it; not yet scored for any question. */
export interface PlacedUnit extends Omit<Unit, 'score' | 'sentences'> {
  section: readonly string[]
}

type Line = { kind: 'line'; text: string; item: boolean }
type Part = Line | Exclude<Block, { kind: 'paragraph' | 'list' }>

/** Paragraphs and lists as lines, so that an item written as a plain paragraph and one in a list are the same. */
const toParts = (blocks: readonly Block[]): Part[] =>
  blocks.flatMap((block): Part[] => {
    if (block.kind === 'list') return block.items.map(({ text }) => ({ kind: 'line', text: text.trim(), item: true }))
    if (block.kind !== 'paragraph') return [block]
    const lines = block.text.split('\n').map((text) => text.trim())
    return lines.filter(Boolean).map((text) => ({ kind: 'line', text, item: isItem(text) }))
  })

/** Keeps the headings that stand above, by level; a title repeated as the first heading is no section. */
function createOutline(title: string) {
  let open: { level: number; text: string }[] = []
  return {
    enter(level: number, text: string) {
      open = open.filter((heading) => heading.level < level)
      if (text !== title) open.push({ level, text })
    },
    path: (): readonly string[] => open.map(({ text }) => text),
  }
}

/** From `start`, how many lines belong together: an article's later lines, a lead-in's items, a question's answer. */
function lineGroup(parts: readonly Part[], start: number): number {
  const first = parts[start]
  if (first?.kind !== 'line') return 1
  const article = opensArticle(first.text)
  const answer = /^问\s*[：:]/u.test(first.text)
  const leads = isLeadIn(first.text)
  let count = 1
  for (let next = parts[start + count]; next?.kind === 'line'; next = parts[start + count]) {
    if (opensArticle(next.text) || /^问\s*[：:]/u.test(next.text)) break
    if (headingLevel(next.text, lineAfter(parts, start + count)) !== null && !(leads && next.item)) break
    if (!article && !answer && !(next.item && (leads || first.item))) break
    count += 1
  }
  return count
}

const lineAfter = (parts: readonly Part[], index: number): string | null => {
  const next = parts[index + 1]
  return next?.kind === 'line' ? next.text : null
}

function unitOfLines(lines: readonly Line[], section: readonly string[]): PlacedUnit {
  const [first, ...rest] = lines
  const text = lines.map((line) => line.text).join('\n')
  if (first === undefined || opensArticle(first.text)) return { kind: 'article', text, lead: null, section }
  if (/^问\s*[：:]/u.test(first.text) && rest.length > 0) return { kind: 'question', text, lead: null, section }
  if (first.item) return { kind: 'list', text, lead: null, section }
  if (rest.length === 0) return { kind: 'paragraph', text, lead: null, section }
  return { kind: 'list', text: rest.map((line) => line.text).join('\n'), lead: first.text, section }
}

function questionUnit(block: Extract<Block, { kind: 'question' }>, section: readonly string[]): PlacedUnit {
  const more = Object.entries(block.more).filter(([, value]) => value.trim() !== '')
  const { colon } = punctuationOf(`${block.question} ${block.answer}`)
  const text = [block.question, block.answer, ...more.map(([head, value]) => `${head}${colon}${value}`)].join('\n')
  return { kind: 'question', text, lead: null, section }
}

/**
 * A document's structural units in order: an article with its later paragraphs and items, a paragraph, a list with its lead-in,
 * a table row with its heads, a question with its answer. Short numbered lines ("一、申请条件") count as headings.
 */
export function toUnits(blocks: readonly Block[], title: string): PlacedUnit[] {
  const parts = toParts(blocks)
  const outline = createOutline(title)
  const units: PlacedUnit[] = []
  for (let index = 0; index < parts.length;) {
    const part = parts[index]
    if (part === undefined) break
    const level = part.kind === 'line' ? headingLevel(part.text, lineAfter(parts, index)) : null
    const count = level === null ? lineGroup(parts, index) : 1
    if (part.kind === 'heading') outline.enter(part.level, part.text.trim())
    else if (part.kind === 'table') units.push(...rowUnits(part, units.at(-1) ?? null, outline.path()))
    else if (part.kind === 'question') units.push(questionUnit(part, outline.path()))
    else if (level !== null) outline.enter(level, part.text)
    else {
      const lines = parts.slice(index, index + count).filter((line) => line.kind === 'line')
      units.push(unitOfLines(lines, outline.path()))
    }
    index += count
  }
  return units.filter(({ text }) => text.trim() !== '')
}
