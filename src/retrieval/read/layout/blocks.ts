import type { Block } from '../reading.ts'
import type { Footnote } from './footnotes.ts'
import { gridToTable, type Grid } from './grid.ts'
import { closeUp, findTitle, headingLevel, headingSizes, numberedLevel } from './headings.ts'
import { endsSentence, widthInEms } from './join-text.ts'
import { itemKind, numbersTable } from './markers.ts'
import type { Paragraph } from './paragraphs.ts'
import { isCentred, isRightSet, type TextStyle } from './text-style.ts'

type Part = Paragraph | Grid

const unit = /^[（(]?(?:计量)?单位[:：]/u
const continued = /^[（(【]?(?:续上?表|.{0,20}[（(]续[）)])\s*[\d一二三四五六七八九十]*[）)】]?$/u

/** True for the line over the second part of a table that only says that it goes on. */
export const saysContinued = (text: string): boolean => continued.test(text.trim())

/** A line that only names the table under it: centred in the print of the text, numbered, or the unit it counts in. */
function namesTable(paragraph: Paragraph, grid: Grid, style: TextStyle): boolean {
  const last = paragraph.lines.at(-1)
  if (last === undefined || last.item.page !== grid.page || widthInEms(paragraph.text) > 50) return false
  if (unit.test(paragraph.text)) return true
  const centred = isCentred(last, style) && last.item.size < style.size * 1.12 && itemKind(paragraph.text) === null
  return (
    (centred || numbersTable(paragraph.text)) &&
    !endsSentence(paragraph.text) &&
    grid.top - last.item.bottom < last.item.size * 3
  )
}

/** Gives tables the line above them as their caption, with the unit they count in. */
function takeCaptions(parts: readonly Part[], title: Paragraph | null, style: TextStyle): Part[] {
  const kept: Part[] = []
  for (const part of parts) {
    if (part.kind === 'grid' && part.caption === null) {
      const words: string[] = []
      for (let above = kept.at(-1); above?.kind === 'paragraph' && above !== title; above = kept.at(-1)) {
        const full = words.some((text) => !unit.test(text))
        if (full || !namesTable(above, part, style)) break
        words.unshift(above.text)
        kept.pop()
      }
      kept.push({ ...part, caption: words.length === 0 ? null : words.join('　') })
    } else kept.push(part)
  }
  return kept
}

/** Items by the markers that are open: a marker seen before closes those inside it. */
function createNesting() {
  const open: string[] = []
  return {
    level(kind: string): number {
      const at = open.indexOf(kind)
      if (at >= 0) open.length = at + 1
      else open.push(kind)
      return open.length - 1
    },
  }
}

function listOf(items: readonly Paragraph[]): Block {
  const nesting = createNesting()
  return {
    kind: 'list',
    items: items.map(({ text }) => {
      const kind = itemKind(text) ?? ''
      return { text: kind === '•' ? text.replace(/^\S[\s　]*/u, '- ') : text, level: nesting.level(kind) }
    }),
  }
}

const noteBlock = (note: Footnote): Block => ({ kind: 'paragraph', text: `[${note.mark}] ${note.text}` })

/** Notes follow the paragraph their mark stands in, or the last paragraph of their page. */
function notesAfter(parts: readonly Part[], notes: readonly Footnote[]): Map<Part, Footnote[]> {
  const placed = new Map<Part, Footnote[]>()
  for (const note of notes) {
    const host =
      parts.find((part) => part.kind === 'paragraph' && part.lines.some(({ item }) => item === note.at)) ??
      parts.findLast((part) => (part.kind === 'grid' ? part.page : (part.lines[0]?.item.page ?? 0)) <= note.page)
    if (host !== undefined) placed.set(host, [...(placed.get(host) ?? []), note])
  }
  return placed
}

/** Collects items that follow each other into one list. */
function createBlocks() {
  const blocks: Block[] = []
  let items: Paragraph[] = []
  const add = (...more: readonly Block[]) => {
    if (items.length > 0) blocks.push(listOf(items))
    items = []
    blocks.push(...more)
  }
  return {
    add,
    item: (paragraph: Paragraph) => items.push(paragraph),
    /** The kind of marker of the item just added; null after anything else. */
    afterItem: () => itemKind(items.at(-1)?.text ?? ''),
    close(): Block[] {
      add()
      return blocks
    },
  }
}

/** Paragraphs and tables as the blocks of a reading, with headings, lists, captions and footnotes told apart. */
export function toBlocks(
  parts: readonly Part[],
  notes: readonly Footnote[],
  style: TextStyle,
): { title: string | null; blocks: Block[] } {
  const title = findTitle(parts, style)
  const sizes = headingSizes(
    parts.filter((part) => part.kind === 'paragraph'),
    style,
  )
  const found = createBlocks()
  const captioned = takeCaptions(parts, title, style)
  const after = notesAfter(captioned, notes)
  const start = title === null ? 0 : captioned.indexOf(title)
  captioned.forEach((part, at) => {
    if (part.kind === 'grid') {
      const table = gridToTable(part)
      if (table !== null) found.add(table)
    } else {
      // What stands above the title is the masthead: the issuing body, the document's number.
      const level =
        part === title
          ? 1
          : at < start
            ? null
            : (headingLevel(part, style, sizes) ?? numberedLevel(part, captioned[at + 1], found.afterItem()))
      if (level !== null) found.add({ kind: 'heading', level, text: closeUp(part.text) })
      else if (itemKind(part.text) !== null && !part.lines.every(isRightSet)) found.item(part)
      else found.add({ kind: 'paragraph', text: part.text })
    }
    const own = after.get(part) ?? []
    if (own.length > 0) found.add(...own.map(noteBlock))
  })
  return { title: title === null ? null : closeUp(title.text), blocks: found.close() }
}
