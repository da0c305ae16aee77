import type { Column, Placed } from './columns.ts'
import { commonSize, type Line } from './lines.ts'
import type { Run } from './page.ts'

export interface PlacedLine {
  item: Line
  column: Column
}

/** How a document sets its running text, measured over all of its lines. */
export interface TextStyle {
  /** Height of most letters, points. */
  size: number
  /** From one baseline to the next within a paragraph, in letter heights. */
  pitch: number
  /** Whether paragraphs begin with an indented line. */
  indents: boolean
}

export const isLine = (placed: Placed): placed is PlacedLine => placed.item.kind === 'line'

/** How far a line begins inside its column, in letter heights. */
export const indentOf = ({ item, column }: PlacedLine): number => (item.left - column.left) / Math.max(1, item.size)

const usualPitch = 1.6

/** The smallest step that is common: within a paragraph lines stand closer than between two. */
function commonStep(steps: readonly number[]): number {
  const sorted = [...steps].sort((a, b) => a - b)
  const least = Math.max(2, sorted.length * 0.12)
  let end = 0
  const first = sorted.find((step, start) => {
    while (end < sorted.length && (sorted[end] ?? 0) < step + 0.08) end += 1
    return end - start >= least
  })
  return first ?? sorted[Math.floor(sorted.length / 2)] ?? usualPitch
}

const letters = (runs: readonly Pick<Run, 'text'>[]) => runs.reduce((sum, { text }) => sum + text.length, 0)

/** Measures the running text of a document; where nearly all of it stands in tables, `runs` tell the size of its letters. */
export function measureText(flow: readonly Placed[], runs: readonly Run[]): TextStyle {
  const lines = flow.filter(isLine)
  const pieces = lines.flatMap(({ item }) => item.pieces)
  const size = commonSize(letters(pieces) < letters(runs) * 0.15 ? runs : pieces)
  const body = lines.filter(({ item }) => Math.abs(item.size - size) < size * 0.06)
  const steps = body.slice(1).flatMap((line, at) => {
    const before = body[at]
    const step = before === undefined ? 0 : (line.item.baseline - before.item.baseline) / size
    const beside = before?.item.page === line.item.page && before.column.key === line.column.key
    return beside && step > 0.8 && step < 3.5 ? [step] : []
  })
  const indents = body.map(indentOf)
  const indented = indents.filter((indent) => indent > 1.2 && indent < 3).length
  const flush = indents.filter((indent) => Math.abs(indent) < 0.5).length
  return {
    size,
    pitch: commonStep(steps),
    indents: indented > 1 && indented > (indented + flush) * 0.1 && flush > 0,
  }
}

/** Set around the middle of its column. A line that only has the indent of a paragraph is not, unless it is larger print. */
export function isCentred({ item, column }: PlacedLine, style: TextStyle): boolean {
  const [before, after] = [item.left - column.left, column.right - item.right]
  const least = item.size > style.size * 1.1 ? 1 : 2.6
  return (
    before > item.size * least &&
    after > item.size * least &&
    Math.abs(before - after) < Math.max(item.size * 1.3, (column.right - column.left) * 0.05)
  )
}

/** Set towards the right margin, as signatures and dates are. */
export const isRightSet = ({ item, column }: PlacedLine): boolean =>
  item.left - column.left > (column.right - column.left) * 0.42 && column.right - item.right < item.size * 6
