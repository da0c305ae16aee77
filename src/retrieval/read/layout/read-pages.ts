import { phrase } from '../../../core/phrase.ts'
import type { Quarantined, Reading } from '../reading.ts'
import { findAlignedTables } from './aligned-tables.ts'
import { saysContinued, toBlocks } from './blocks.ts'
import { orderPages, type Item, type Placed } from './columns.ts'
import { takeFootnotes, type Footnote } from './footnotes.ts'
import { joinGrids } from './join-grids.ts'
import { commonSize, textOf, toLines } from './lines.ts'
import type { Page, Run } from './page.ts'
import { rejoinRows, toParagraphs } from './paragraphs.ts'
import { takeOpenTables } from './open-tables.ts'
import { takeRuledTables } from './ruled-tables.ts'
import { findRunningHeads } from './running-heads.ts'
import { isLine, measureText } from './text-style.ts'

/** Letters smaller than this cannot be read, points; where all print is small, those far smaller than the rest. */
const tiniest = 3
const tinyShare = 0.4

function hideTiny(pages: readonly Page[]): Page[] {
  const body = commonSize(pages.flatMap(({ runs }) => runs.filter(({ hidden }) => hidden === null)))
  const least = Math.min(tiniest, body * tinyShare)
  return pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => (run.hidden === null && run.size < least ? { ...run, hidden: 'tiny-text' } : run)),
  }))
}

function quarantineHidden(page: Page): Quarantined[] {
  const byReason = new Map<Run['hidden'], Run[]>()
  for (const run of page.runs)
    if (run.hidden !== null) byReason.set(run.hidden, [...(byReason.get(run.hidden) ?? []), run])
  return [...byReason].flatMap(([reason, runs]) => {
    const text = toLines(page.number, runs)
      .map((line) => textOf(line.pieces))
      .join('\n')
      .trim()
    return reason === null || text === ''
      ? []
      : [{ text, reason, where: phrase('reading.where.page', { pages: String(page.number) }) }]
  })
}

interface Sheet {
  page: Page
  items: Item[]
  notes: Footnote[]
}

/** Tables, lines and footnotes of each page, without what belongs to the paper. */
function toSheets(pages: readonly Page[]): Sheet[] {
  const seen = pages.map((page) => {
    const ruled = takeRuledTables(
      page,
      page.runs.filter(({ hidden }) => hidden === null),
    )
    const open = takeOpenTables(page, ruled.rest)
    return { page, grids: [...ruled.grids, ...open.grids], lines: toLines(page.number, open.rest) }
  })
  const heads = findRunningHeads(seen.map(({ page, lines }) => ({ number: page.number, height: page.height, lines })))
  const kept = seen.map((sheet) => ({ ...sheet, lines: sheet.lines.filter((line) => !heads.has(line)) }))
  const size = commonSize(kept.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces)))
  return kept.map(({ page, grids, lines }) => {
    const { lines: body, notes } = takeFootnotes(page, lines, size)
    return { page, items: [...grids, ...body], notes }
  })
}

/** Joins the parts of tables that page breaks cut; a line between them that says so goes. */
function joinTables(flow: readonly Placed[]): Placed[] {
  const joined: Placed[] = []
  for (const placed of flow) {
    const { item } = placed
    if (item.kind === 'grid') {
      const between = joined.at(-1)
      const says = between !== undefined && isLine(between) && saysContinued(between.item.text)
      const before = says ? joined.at(-2) : between
      const grid = before?.item.kind === 'grid' ? joinGrids(before.item, item) : null
      if (grid !== null && before !== undefined) {
        joined.length -= says ? 2 : 1
        joined.push({ item: grid, column: before.column })
        continue
      }
    }
    joined.push(placed)
  }
  return joined
}

/**
 * The text of pages in reading order as blocks: columns one after the other, lines joined to paragraphs and tables joined to one over page
 * breaks, running heads gone, footnotes behind what they belong to, text that cannot be seen quarantined.
 */
export function readPages(pages: readonly Page[]): Pick<Reading, 'title' | 'blocks' | 'quarantined'> {
  const visible = hideTiny(pages)
  const sheets = toSheets(visible)
  const ordered = orderPages(sheets.map(({ items }) => items))
  const flow = ordered.flatMap((placed) => rejoinRows(findAlignedTables(placed)))
  const shown = visible.flatMap(({ runs }) => runs.filter(({ hidden }) => hidden === null))
  const style = measureText(flow, shown)
  const parts = toParagraphs(joinTables(flow), style)
  const { title, blocks } = toBlocks(
    parts,
    sheets.flatMap(({ notes }) => notes),
    style,
  )
  return { title, blocks, quarantined: visible.flatMap(quarantineHidden) }
}
