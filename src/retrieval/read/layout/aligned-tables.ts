import type { Item, Placed } from './columns.ts'
import type { Grid } from './grid.ts'
import type { Region } from './level-bands.ts'
import type { Line } from './lines.ts'
import { regionToGrid } from './open-tables.ts'
import type { Run } from './page.ts'
import { findStrips, stripsUnder, type Strip } from './table-strips.ts'
import { isLine, type PlacedLine } from './text-style.ts'

interface Row {
  lines: Line[]
  baseline: number
}

const fewestRows = 3
/** Two texts a row are as often a name and its value, or the halves of a list. */
const fewestStrips = 3
const leader = /[.…·]{4,}|……/u

/** Lines of one column by their baseline. */
function toRows(lines: readonly PlacedLine[]): Row[] {
  const rows: Row[] = []
  for (const { item } of lines) {
    const row = rows.at(-1)
    if (row !== undefined && Math.abs(row.baseline - item.baseline) < item.size * 0.4) row.lines.push(item)
    else rows.push({ lines: [item], baseline: item.baseline })
  }
  return rows
}

const piecesOf = (rows: readonly Row[]): Run[] =>
  rows.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces)).filter(({ text }) => text.trim() !== '')

/** Whether the texts of a strip share an edge or a middle, as those of a table's column do. */
function lined(boxes: readonly { left: number; right: number; size: number }[]): boolean {
  const together = (value: (box: { left: number; right: number }) => number) => {
    const sorted = boxes.map(value).sort((a, b) => a - b)
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
    const slack = (boxes[0]?.size ?? 10) * 0.7
    return sorted.filter((position) => Math.abs(position - usual) <= slack).length >= boxes.length * 0.75
  }
  return (
    together(({ left }) => left) || together(({ right }) => right) || together(({ left, right }) => (left + right) / 2)
  )
}

/** What a row says in a strip, as one box. */
function cellBoxes(rows: readonly Row[], strips: readonly Strip[], strip: number) {
  return rows.flatMap((row) => {
    const own = piecesOf([row]).filter((piece) => stripsUnder(piece, strips).from === strip)
    const [first] = own
    return first === undefined
      ? []
      : [{ left: first.left, right: Math.max(...own.map(({ right }) => right)), size: first.size }]
  })
}

/** The columns of rows that stand under each other; null where they share none. */
function sharedStrips(rows: readonly Row[]): Strip[] | null {
  const strips = findStrips(piecesOf(rows.slice(1)))
  if (strips.length < fewestStrips) return null
  const kept = strips.every((_, at) => {
    const boxes = cellBoxes(rows.slice(1), strips, at)
    return boxes.length >= Math.max(2, (rows.length - 1) * 0.6) && lined(boxes)
  })
  const whole = findStrips(piecesOf(rows))
  return kept ? (whole.length === strips.length ? whole : strips) : null
}

function gridOf(page: number, rows: readonly Row[]): Grid | null {
  const [head, ...body] = rows
  const strips = sharedStrips(rows)
  const dotted = rows.some(({ lines }) => lines.some(({ text }) => leader.test(text)))
  if (head === undefined || strips === null || dotted) return null
  const all = rows.flatMap(({ lines }) => lines)
  const edge = Math.max(...head.lines.map(({ bottom }) => bottom))
  const [left, right] = [strips[0]?.left ?? 0, strips.at(-1)?.right ?? 0]
  const region: Region = {
    left,
    right,
    strips,
    bands: [
      { top: Math.min(...all.map(({ top }) => top)), bottom: edge, runs: piecesOf([head]) },
      { top: edge, bottom: Math.max(...all.map(({ bottom }) => bottom)), runs: piecesOf(body) },
    ],
  }
  return regionToGrid(page, region, [])
}

/** Where the rows from `start` that can belong to one table end: mostly several texts side by side, and not far apart. */
function stretchEnd(rows: readonly Row[], start: number): number {
  let end = start
  let single = 0
  for (let at = start; at < rows.length; at += 1) {
    const [row, before] = [rows[at], rows[at - 1]]
    const size = row?.lines[0]?.size ?? 10
    if (row === undefined) break
    if (at > start && before !== undefined && row.baseline - before.baseline > size * 4) break
    single = row.lines.length > 1 ? 0 : single + 1
    if (single > 2) break
    if (single === 0) end = at + 1
  }
  return end
}

function tablesIn(lines: readonly PlacedLine[]): Placed[] {
  const placeOf = new Map<Item, Placed>(lines.map((line) => [line.item, line]))
  const rows = toRows(lines)
  const placed: Placed[] = []
  for (let at = 0; at < rows.length;) {
    const row = rows[at]
    const first = row?.lines[0]
    if (row === undefined || first === undefined) break
    const end = row.lines.length > 1 ? stretchEnd(rows, at) : at
    const grid = end - at >= fewestRows ? gridOf(first.page, rows.slice(at, end)) : null
    const own = placeOf.get(first)
    if (grid !== null && own !== undefined) placed.push({ item: grid, column: own.column })
    else placed.push(...row.lines.flatMap((line) => placeOf.get(line) ?? []))
    at = grid === null ? at + 1 : end
  }
  return placed
}

/** Finds tables that only the alignment of their texts shows, and puts them in the place of their lines. */
export function findAlignedTables(flow: readonly Placed[]): Placed[] {
  const found: Placed[] = []
  for (let at = 0; at < flow.length;) {
    const placed = flow[at]
    if (placed === undefined) break
    const lines: PlacedLine[] = []
    for (
      let next = flow[at];
      next !== undefined && isLine(next) && next.column.key === placed.column.key;
      next = flow[at + lines.length]
    )
      lines.push(next)
    if (lines.length === 0) found.push(placed)
    else found.push(...tablesIn(lines))
    at += Math.max(1, lines.length)
  }
  return found
}
