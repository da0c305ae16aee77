import type { Item, Placed } from './columns.ts'
import type { Grid, GridCell } from './grid.ts'
import { joinLines } from './join-text.ts'
import type { Line } from './lines.ts'
import type { Rule } from './page.ts'
import { isLine, type PlacedLine } from './text-style.ts'

interface Row {
  lines: Line[]
  baseline: number
}

interface Strip {
  left: number
  right: number
}

const fewestRows = 3
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

/** The strips that the rows with the usual number of texts share; null where the texts of two strips overlap. */
function stripsOf(rows: readonly Row[]): Strip[] | null {
  const counts = new Map<number, number>()
  for (const { lines } of rows) if (lines.length > 1) counts.set(lines.length, (counts.get(lines.length) ?? 0) + 1)
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  if (usual === undefined || usual[1] < fewestRows) return null
  const full = rows.filter(({ lines }) => lines.length === usual[0])
  const strips = Array.from({ length: usual[0] }, (_, at): Strip => ({
    left: Math.min(...full.map(({ lines }) => lines[at]?.left ?? Infinity)),
    right: Math.max(...full.map(({ lines }) => lines[at]?.right ?? -Infinity)),
  }))
  const apart = strips.every((strip, at) => at === 0 || strip.left > (strips[at - 1]?.right ?? -Infinity))
  return apart && full.length >= rows.length * 0.5 && strips.every((_, at) => lined(full, at)) ? strips : null
}

/** Whether the texts of a strip share an edge or a middle, as those of a table's column do. */
function lined(rows: readonly Row[], at: number): boolean {
  const own = rows.flatMap(({ lines }) => lines[at] ?? [])
  const together = (value: (line: Line) => number) => {
    const sorted = own.map(value).sort((a, b) => a - b)
    const usual = sorted[Math.floor(sorted.length / 2)] ?? 0
    const slack = (own[0]?.size ?? 10) * 0.7
    return sorted.filter((position) => Math.abs(position - usual) <= slack).length >= own.length * 0.8
  }
  return (
    together(({ left }) => left) || together(({ right }) => right) || together(({ left, right }) => (left + right) / 2)
  )
}

const overlaps = (line: Line, strip: Strip) => line.right > strip.left && line.left < strip.right

/** Lines drawn over the whole width above, below and inside rows: those of a table without upright lines. */
function crossRules(rules: readonly Rule[], strips: readonly Strip[]): number[] {
  const [left, right] = [strips[0]?.left ?? 0, strips.at(-1)?.right ?? 0]
  return rules
    .filter(({ along, from, to }) => along === 'x' && from <= left + 6 && to >= right - 6)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}

/** Which strips each text of a head row stands over; a text between two strips heads both. */
function headPlaces(row: Row, strips: readonly Strip[]): { line: Line; from: number; to: number }[] {
  const middle = (box: Strip) => (box.left + box.right) / 2
  if (row.lines.length === strips.length) return row.lines.map((line, at) => ({ line, from: at, to: at }))
  const owners = strips.map((strip) => {
    const over = row.lines.findIndex((line) => overlaps(line, strip))
    if (over >= 0) return over
    const distances = row.lines.map((line) => Math.abs(middle(line) - middle(strip)))
    const nearest = distances.indexOf(Math.min(...distances))
    const width = strip.right - strip.left
    return (distances[nearest] ?? Infinity) < width * 2.5 ? nearest : -1
  })
  return row.lines.flatMap((line, at) => {
    const [from, to] = [owners.indexOf(at), owners.lastIndexOf(at)]
    return from < 0 ? [] : [{ line, from, to }]
  })
}

function bodyCells(
  rows: readonly Row[],
  strips: readonly Strip[],
  from: number,
): { cells: GridCell[]; rowCount: number } {
  const cells: GridCell[] = []
  let count = from
  for (const row of rows) {
    const texts = strips.map((strip) =>
      row.lines
        .filter((line) => overlaps(line, strip))
        .map(({ text }) => text)
        .join(' '),
    )
    const filled = texts.filter((text) => text !== '').length
    const above = cells.filter((cell) => cell.row + cell.rows === count)
    const continues = texts[0] === '' && filled <= strips.length / 2 && above.length > 0
    if (continues) {
      for (const cell of above) cell.text = joinLines(cell.text, texts[cell.column] ?? '')
      continue
    }
    const merged =
      texts[0] === '' && filled === strips.length - 1 ? above.find(({ column }) => column === 0) : undefined
    if (merged !== undefined) merged.rows += 1
    texts.forEach((text, column) => {
      if (!(column === 0 && merged !== undefined)) cells.push({ row: count, column, rows: 1, columns: 1, text })
    })
    count += 1
  }
  return { cells, rowCount: count }
}

function gridOf(page: number, rows: readonly Row[], rules: readonly Rule[]): Grid | null {
  const strips = stripsOf(rows)
  if (strips === null || rows.some(({ lines }) => lines.some(({ text }) => leader.test(text)))) return null
  const all = rows.flatMap(({ lines }) => lines)
  const [top, bottom] = [Math.min(...all.map((line) => line.top)), Math.max(...all.map((line) => line.bottom))]
  const inside = crossRules(rules, strips).filter((y) => y > top - 12 && y < bottom + 12)
  // Two texts a row are as often a name and its value; lines around them say that it is a table.
  if (strips.length < 3 && inside.length < 2) return null
  const headEnd = inside.find((y) => y > top + 4 && y < bottom - 4)
  const heads = headEnd === undefined ? 1 : rows.filter(({ baseline }) => baseline < headEnd).length
  const headRows = heads > 0 && heads <= 3 && heads < rows.length ? heads : 1
  const headCells = rows.slice(0, headRows).flatMap((row, at): GridCell[] =>
    headPlaces(row, strips).map(({ line, from, to }) => ({
      row: at,
      column: from,
      rows: 1,
      columns: to - from + 1,
      text: line.text,
    })),
  )
  const body = bodyCells(rows.slice(headRows), strips, headRows)
  const placed = new Set(
    headCells.flatMap(({ row, column, columns }) =>
      Array.from({ length: columns }, (_, at) => `${row} ${column + at}`),
    ),
  )
  const blanks = Array.from({ length: headRows }, (_, row) => row).flatMap((row) =>
    strips.flatMap((_, column) =>
      placed.has(`${row} ${column}`) ? [] : [{ row, column, rows: 1, columns: 1, text: '' }],
    ),
  )
  return {
    kind: 'grid',
    page,
    lastPage: page,
    rowCount: body.rowCount,
    columnCount: strips.length,
    edges: [...strips.map(({ left }) => left), strips.at(-1)?.right ?? 0],
    loose: true,
    cells: [...headCells, ...blanks, ...body.cells],
    headRows,
    caption: null,
    left: strips[0]?.left ?? 0,
    right: strips.at(-1)?.right ?? 0,
    top,
    bottom,
  }
}

/** The rows from `start` that can belong to one table: mostly several texts side by side, and not far apart. */
function stretch(rows: readonly Row[], start: number): number {
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

/** Finds tables that only the alignment of their texts shows, and puts them in the place of their lines. */
export function findAlignedTables(flow: readonly Placed[], rules: readonly Rule[]): Placed[] {
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
    else found.push(...tablesIn(lines, rules))
    at += Math.max(1, lines.length)
  }
  return found
}

function tablesIn(lines: readonly PlacedLine[], rules: readonly Rule[]): Placed[] {
  const columnOf = new Map<Item, Placed>(lines.map((line) => [line.item, line]))
  const rows = toRows(lines)
  const placed: Placed[] = []
  for (let at = 0; at < rows.length;) {
    const row = rows[at]
    const first = row?.lines[0]
    if (row === undefined || first === undefined) break
    const end = row.lines.length > 1 ? stretch(rows, at) : at
    const grid = end - at >= fewestRows ? gridOf(first.page, rows.slice(at, end), rules) : null
    const own = columnOf.get(first)
    if (grid !== null && own !== undefined) placed.push({ item: grid, column: own.column })
    else placed.push(...row.lines.flatMap((line) => columnOf.get(line) ?? []))
    at = grid === null ? at + 1 : end
  }
  return placed
}
