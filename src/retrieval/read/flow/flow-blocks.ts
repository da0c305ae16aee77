import type { Block } from '../reading.ts'
import { boldHeading, lineBlock } from '../text/line-blocks.ts'
import type { Flow, FlowParagraph } from './flow.ts'
import { flowTable } from './flow-table.ts'
import { findTitle } from './flow-title.ts'
import { joinLabel } from './join-label.ts'

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '')

const headingLevel = (level: number) => Math.min(6, Math.max(1, level)) as 1 | 2 | 3 | 4 | 5 | 6

/** Labels that number headings and articles rather than items. */
const structural = /^(?:第.{1,10}[编章节条]|[一二三四五六七八九十]{1,3}、)$/u

function paragraphBlocks(paragraph: FlowParagraph): Block[] {
  const label = paragraph.label.trim()
  const lines = linesOf(paragraph.text)
  const [first] = lines
  if (first === undefined) return []
  if (paragraph.level !== null)
    return [{ kind: 'heading', level: headingLevel(paragraph.level), text: joinLabel(label, lines.join(' ')) }]
  if (label !== '' && !structural.test(label))
    return [{ kind: 'list', items: [{ text: joinLabel(label, lines.join('\n')), level: paragraph.depth }] }]
  const labelled = [joinLabel(label, first), ...lines.slice(1)]
  if (paragraph.bold && lines.length === 1 && label === '') return [boldHeading(first) ?? lineBlock(first)]
  return labelled.map(lineBlock)
}

const noteBlocks = (paragraph: FlowParagraph): Block[] =>
  paragraph.notes.flatMap((note) => {
    const text = linesOf(note).join(' ')
    return text === '' ? [] : [{ kind: 'paragraph', text: /^(?:编者)?注/u.test(text) ? text : `注：${text}` }]
  })

const notesInside = (part: Flow): Block[] =>
  part.kind === 'paragraph'
    ? noteBlocks(part)
    : part.rows.flatMap((row) => row.flatMap(({ content }) => content.flatMap(notesInside)))

/** A short line of its own right above a table names it. */
const namesTable = ({ text, label, level }: FlowParagraph) =>
  level === null && label === '' && text.trim().length <= 40 && /^(?:附?表|附件|Table\b)|表$/iu.test(text.trim())

const isBox = (part: Flow) => part.kind === 'table' && part.rows.length === 1 && part.rows[0]?.length === 1

/** A table of one cell is a frame around text; what stands in it is read as text. */
const opened = (flow: readonly Flow[]): Flow[] =>
  flow.flatMap((part) => (part.kind === 'table' && isBox(part) ? opened(part.rows[0]?.[0]?.content ?? []) : [part]))

/** Items of one list that follow each other belong in one block. */
function joinLists(blocks: readonly Block[]): Block[] {
  const joined: Block[] = []
  let items: { text: string; level: number }[] | null = null
  for (const block of blocks) {
    if (block.kind !== 'list') {
      items = null
      joined.push(block)
    } else if (items === null) {
      items = [...block.items]
      joined.push({ kind: 'list', items })
    } else items.push(...block.items)
  }
  return joined
}

/** Turns what a word processor holds into blocks: headings, articles, lists with their labels, tables with captions, notes after their place. */
export function flowBlocks(flow: readonly Flow[]): { title: string | null; blocks: readonly Block[] } {
  const parts = opened(flow)
  const found = findTitle(parts)
  const rest = parts.filter((part) => part.kind === 'table' || found?.paragraphs.includes(part) !== true)
  const blocks: Block[] = found === null ? [] : [{ kind: 'heading', level: 1, text: found.title }]
  const titleNotes = found?.paragraphs.flatMap(noteBlocks) ?? []
  let caption: FlowParagraph | null = null
  const release = () => {
    if (caption !== null) blocks.push(...paragraphBlocks(caption))
    caption = null
  }
  for (const part of rest) {
    if (part.kind === 'table') {
      const table = flowTable(part, caption === null ? null : caption.text.trim())
      if (table === null) release()
      else blocks.push(table)
      caption = null
      blocks.push(...notesInside(part))
    } else if (linesOf(part.text).length > 0 || part.notes.length > 0) {
      release()
      if (namesTable(part) && part.notes.length === 0) caption = part
      else blocks.push(...paragraphBlocks(part), ...noteBlocks(part))
    }
  }
  release()
  return { title: found?.title ?? null, blocks: joinLists([...blocks.slice(0, 1), ...titleNotes, ...blocks.slice(1)]) }
}
