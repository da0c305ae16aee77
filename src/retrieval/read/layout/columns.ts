import type { Grid } from './grid.ts'
import type { Line } from './lines.ts'
import type { Box } from './page.ts'

export type Item = Line | Grid

/** The strip of a page that lines run in. `key` names its place: '' for the whole width, 0 left and 1 right of a gutter. */
export interface Column {
  key: string
  left: number
  right: number
}

export interface Placed {
  item: Item
  column: Column
}

interface Gutter {
  left: number
  right: number
}

const height = (box: Pick<Box, 'top' | 'bottom'>) => box.bottom - box.top
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** A line with the room around it, so that lines of two columns meet although their baselines differ. */
interface Band {
  line: Line
  top: number
  bottom: number
}

const bandOf = (line: Line): Band => ({
  line,
  top: line.baseline - line.size * 1.25,
  bottom: line.baseline + line.size * 0.65,
})

/** Lines side by side at the same height, from left to right, for each height at which some line stands. */
function scan(lines: readonly Line[]): Line[][] {
  const sorted = lines.map(bandOf).sort((a, b) => a.top - b.top)
  const tallest = Math.max(0, ...sorted.map(height))
  const heights = [...new Set(sorted.map(({ top, bottom }) => Math.round((top + bottom) / 2)))].sort((a, b) => a - b)
  let start = 0
  return heights.map((y) => {
    while (start < sorted.length && (sorted[start]?.top ?? 0) < y - 2 * tallest) start += 1
    const across: Line[] = []
    for (let at = start; at < sorted.length && (sorted[at]?.top ?? 0) <= y; at += 1) {
      const band = sorted[at]
      if (band !== undefined && band.bottom >= y) across.push(band.line)
    }
    return across.sort((a, b) => a.left - b.left)
  })
}

/** The gaps between lines side by side, each from the farthest end before it. */
function gapsIn(row: readonly Line[]): (Gutter & { size: number })[] {
  let reach = row[0]?.right ?? 0
  return row.slice(1).map((line) => {
    const gap = { left: reach, right: line.left, size: line.size }
    reach = Math.max(reach, line.right)
    return gap
  })
}

/** The place along x where most heights have a gap between two lines; null where fewer than `least` have. */
function commonGap(rows: readonly (readonly Line[])[], least: number): Gutter | null {
  const votes = new Map<number, number>()
  const wide = rows.flatMap(gapsIn).filter(({ left, right, size }) => right - left >= size * 0.8)
  for (const { left, right } of wide)
    for (let x = Math.ceil(left); x <= right; x += 2) votes.set(x - (x % 2), (votes.get(x - (x % 2)) ?? 0) + 1)
  const most = Math.max(0, ...votes.values())
  if (most < least) return null
  const best = median([...votes].filter(([, count]) => count === most).map(([x]) => x))
  const holding = wide.filter(({ left, right }) => left <= best && right >= best)
  return { left: Math.max(...holding.map(({ left }) => left)), right: Math.min(...holding.map(({ right }) => right)) }
}

/** Columns of text fill their lines and are not narrow, as the cells of a table or a list of names are. */
function filled(lines: readonly Line[]): boolean {
  const widths = lines.map((line) => line.right - line.left).sort((a, b) => a - b)
  const widest = widths[Math.floor(widths.length * 0.9)] ?? 0
  const full = widths.filter((width) => width > widest * 0.72)
  return (
    lines.length >= 3 &&
    full.length >= lines.length * 0.4 &&
    median(widths) >= median(lines.map(({ size }) => size)) * 9
  )
}

export function findGutter(items: readonly Item[], least: number): Gutter | null {
  const lines = items.filter((item) => item.kind === 'line')
  const gap = commonGap(scan(lines), least)
  if (gap === null) return null
  const [x, left, right] = [
    (gap.left + gap.right) / 2,
    Math.min(...lines.map((line) => line.left)),
    Math.max(...lines.map((line) => line.right)),
  ]
  if (x < left + (right - left) * 0.15 || x > right - (right - left) * 0.15) return null
  const before = lines.filter((line) => line.right <= x)
  const after = lines.filter((line) => line.left >= x)
  return filled(before) && filled(after) ? gap : null
}

const fewest = 5

function arrange(
  items: readonly Item[],
  key: string,
  known: ReadonlyMap<string, Gutter>,
): { item: Item; key: string }[] {
  const lines = items.filter((item) => item.kind === 'line').length
  const gutter = lines < 2 ? null : (findGutter(items, fewest) ?? knownGutter(items, known.get(key)))
  const sorted = [...items].sort((a, b) => a.top + height(a) / 2 - (b.top + height(b) / 2) || a.left - b.left)
  if (gutter === null || key.length >= 3) return byRow(sorted).map((item) => ({ item, key }))
  const x = (gutter.left + gutter.right) / 2
  const above = headsAbove(sorted)
  const ordered: { item: Item; key: string }[] = above.map((item) => ({ item, key }))
  let sides: [Item[], Item[]] = [[], []]
  const flush = () => {
    if (sides.some((side) => side.length > 0))
      ordered.push(...arrange(sides[0], `${key}0`, known), ...arrange(sides[1], `${key}1`, known))
    sides = [[], []]
  }
  for (const item of sorted.slice(above.length)) {
    if (item.right <= x) sides[0].push(item)
    else if (item.left >= x) sides[1].push(item)
    else {
      flush()
      ordered.push({ item, key })
    }
  }
  flush()
  return ordered
}

/** Larger lines that stand alone above everything else: they head all columns, also where they are short. */
function headsAbove(sorted: readonly Item[]): Item[] {
  const size = median(sorted.flatMap((item) => (item.kind === 'line' ? [item.size] : [])))
  const end = sorted.findIndex((item, at) => {
    const next = sorted[at + 1]
    const alone = next !== undefined && next.top >= item.bottom - 1
    return !(item.kind === 'line' && item.size > size * 1.15 && alone)
  })
  return sorted.slice(0, Math.max(0, end))
}

/** A gutter of another page holds here too where lines stand on both its sides and few across it. */
function knownGutter(items: readonly Item[], gutter: Gutter | undefined): Gutter | null {
  if (gutter === undefined) return null
  const x = (gutter.left + gutter.right) / 2
  const [before, after] = [items.filter(({ right }) => right <= x), items.filter(({ left }) => left >= x)]
  return before.length > 0 && after.length > 0 && items.length - before.length - after.length <= items.length / 2
    ? gutter
    : null
}

/** Lines on one baseline from left to right although their boxes differ in height. */
function byRow(items: readonly Item[]): Item[] {
  const rows: Item[][] = []
  for (const item of items) {
    const [first] = rows.at(-1) ?? []
    const level = (one: Item) => (one.kind === 'line' ? one.baseline : one.bottom)
    if (
      first !== undefined &&
      item.kind === 'line' &&
      first.kind === 'line' &&
      Math.abs(level(first) - level(item)) < 3
    )
      rows.at(-1)?.push(item)
    else rows.push([item])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left))
}

/** A position that several lines share, searched from the outside: the edge that text is set against. */
function edge(values: readonly number[], slack: number, outward: 1 | -1): number {
  const sorted = [...values].sort((a, b) => (b - a) * outward)
  const least = Math.max(2, Math.ceil(values.length * 0.06))
  const shared = sorted.find((value) => values.filter((other) => Math.abs(other - value) <= slack).length >= least)
  return shared ?? sorted[0] ?? 0
}

interface Extent {
  left: number
  right: number
  lines: number
}

const telling = 8

/** The edges that the lines of each column keep; where they are few, the tables in it tell too. */
function extentsOf(pages: readonly (readonly { item: Item; key: string }[])[]): Map<string, Extent>[] {
  return pages.map((page) => {
    const byKey = new Map<string, Item[]>()
    for (const { item, key } of page) byKey.set(key, [...(byKey.get(key) ?? []), item])
    return new Map(
      [...byKey].map(([key, items]) => {
        const lines = items.filter((item) => item.kind === 'line')
        const telltale = lines.length < telling ? items : lines
        const size = median(lines.map((line) => line.size))
        const left = edge(
          telltale.map((item) => item.left),
          size * 0.5,
          -1,
        )
        const right = edge(
          telltale.map((item) => item.right),
          size * 0.7,
          1,
        )
        return [key, { left, right, lines: lines.length }]
      }),
    )
  })
}

/** The items of each page in the order they are read: columns one after the other, what spans them in between. */
export function orderPages(pages: readonly (readonly Item[])[]): Placed[][] {
  const known = new Map<string, Gutter>()
  for (const items of pages) {
    const gutter = findGutter(items, fewest)
    if (gutter !== null && !known.has('')) known.set('', gutter)
  }
  const arranged = pages.map((items) => arrange(items, '', known))
  const extents = extentsOf(arranged)
  const typical = new Map<string, { left: number; right: number }>()
  for (const key of new Set(extents.flatMap((page) => [...page.keys()]))) {
    const all = extents.flatMap((page) => page.get(key) ?? [])
    const long = all.filter(({ lines }) => lines >= telling)
    const used = long.length > 0 ? long : all
    typical.set(key, {
      left: Math.min(...used.map(({ left }) => left)),
      right: long.length > 0 ? median(used.map(({ right }) => right)) : Math.max(...used.map(({ right }) => right)),
    })
  }
  return arranged.map((page, at) =>
    page.map(({ item, key }): Placed => {
      const own = extents[at]?.get(key)
      const usual = typical.get(key) ?? { left: item.left, right: item.right }
      return { item, column: { key, ...(own !== undefined && own.lines >= telling ? own : usual) } }
    }),
  )
}
