import type { Run, Rule } from './page.ts'
import { clusterPositions } from './rules.ts'
import { findStrips, stripsBetween, toBlocks, type Strip, type StripFinder } from './table-strips.ts'

/** What stands between two level lines of the same reach. */
export interface Band {
  top: number
  bottom: number
  runs: readonly Run[]
}

/** A table with level lines only: bands one below the other, the columns that their texts share. */
export interface Region {
  left: number
  right: number
  bands: readonly Band[]
  strips: readonly Strip[]
}

const slack = 5
const fewest = 2

/** Level lines that begin and end at the same places, from top to bottom. */
function sameReach(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = []
  for (const rule of rules.filter(({ along, from, to }) => along === 'x' && to - from > 60)) {
    const group = groups.find(
      ([first]) =>
        first !== undefined && Math.abs(first.from - rule.from) <= slack && Math.abs(first.to - rule.to) <= slack,
    )
    if (group === undefined) groups.push([rule])
    else group.push(rule)
  }
  return groups.filter(({ length }) => length >= fewest).map((group) => group.sort((a, b) => a.at - b.at))
}

/**
 * Where lines that go on are made of pieces, cell by cell, with the same seams on most of them: the edges of the columns. Empty where the
 * lines are whole.
 */
function seamsOf(group: readonly Rule[], pieces: readonly Rule[]): number[] {
  const [first] = group
  if (first === undefined) return []
  const own = pieces.filter(
    ({ along, at, from, to }) =>
      along === 'x' &&
      from >= first.from - slack &&
      to <= first.to + slack &&
      group.some((rule) => Math.abs(rule.at - at) < 2),
  )
  const inner = own
    .map(({ to }) => to)
    .filter((to) => to < first.to - slack && own.some(({ from }) => Math.abs(from - to) < 1))
  const seams = clusterPositions(inner, 3).filter(
    (seam) => inner.filter((to) => Math.abs(to - seam) < 3).length >= Math.max(2, group.length * 0.6),
  )
  return seams.length === 0 ? [] : [first.from, ...seams, first.to]
}

function bandsOf(group: readonly Rule[], runs: readonly Run[]): Band[] {
  const [first] = group
  if (first === undefined) return []
  return group.slice(1).flatMap((rule, at): Band[] => {
    const [top, bottom] = [group[at]?.at ?? rule.at, rule.at]
    const own = runs.filter(
      ({ baseline, size, left, right }) =>
        baseline - size * 0.35 > top &&
        baseline - size * 0.35 < bottom &&
        left >= first.from - slack &&
        right <= first.to + slack,
    )
    return bottom - top < 4 ? [] : [{ top, bottom, runs: own }]
  })
}

/** One line over most of the width in a band of its own: a group's name between rows. */
const spanning = ({ runs }: Band, find: StripFinder) =>
  runs.length > 0 &&
  find(runs).length === 1 &&
  runs.every(({ baseline, size }) => Math.abs(baseline - (runs[0]?.baseline ?? 0)) < size * 0.3)

/** What the columns show in. The first band heads the others; what spans there says nothing about them. */
const bodyOf = (bands: readonly Band[], find: StripFinder) =>
  bands.slice(1).flatMap(({ runs }) => (find(runs).length > 1 ? runs : []))

/** From `start`, the bands that can share columns, without those at the end that do not. */
function grow(bands: readonly Band[], start: number, find: StripFinder): { bands: Band[]; strips: Strip[] } {
  let strips: Strip[] = []
  let end = start
  const used: Band[] = []
  for (let at = start; at < bands.length; at += 1) {
    const band = bands[at]
    if (band === undefined || band.runs.length === 0) break
    const own = find(band.runs).length
    const fits = strips.length > 1 && find([...bodyOf(used, find), ...band.runs]).length === strips.length
    if (at > start && own < 2 && !fits && !spanning(band, find)) break
    const joint = find([...bodyOf(used, find), ...(own > 1 ? band.runs : [])])
    if (at > start && own > 1 && joint.length < 2) break
    used.push(band)
    if (joint.length >= 2 && (own > 1 || fits)) {
      strips = joint
      end = at + 1
    }
  }
  const found = bands.slice(start, end)
  // Heads are often wider than what stands under them.
  const whole = find(found.flatMap(({ runs }) => runs))
  return { bands: found, strips: whole.length === strips.length ? whole : strips }
}

const letters = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0)

/** A head over one band of long text in two columns is a page with a line at its top and foot. */
const isText = ({ bands, strips }: Pick<Region, 'bands' | 'strips'>) =>
  strips.length === 2 && bands.some(({ runs }) => runs.length > 16 && letters(runs) > runs.length * 14)

/** Most lines that the head of a table takes. */
const mostHeadLines = 4

/** Heads that stand on the topmost line with no line above them: texts side by side that keep to the columns. */
function headAbove(region: Region, runs: readonly Run[], find: StripFinder): Band | null {
  const [first] = region.bands
  if (first === undefined) return null
  const body = region.bands.flatMap((band) => band.runs)
  const least = Math.max(2, region.strips.length - 1)
  const above = runs.filter(
    ({ baseline, left, right }) => baseline < first.top && left >= region.left - slack && right <= region.right + slack,
  )
  let top = first.top
  const head: Run[] = []
  for (const block of toBlocks(above).reverse().slice(0, mostHeadLines)) {
    const bottom = Math.max(...block.map(({ baseline }) => baseline))
    const room = (top - bottom) / (block[0]?.size ?? 1)
    const whole = find(head).length >= least
    const apart = find(block).length < 2 || findStrips(block).length > 1
    const fits = apart && find([...body, ...head, ...block]).length === find(body).length
    if (!fits || room > 1.3 || (whole && (room > 0.6 || find(block).length < 2))) break
    head.push(...block)
    top = Math.min(...block.map(({ baseline, size }) => baseline - size))
  }
  return find(head).length < least ? null : { top, bottom: first.top, runs: head }
}

/**
 * Finds the parts of a page where level lines of the same reach hold texts in common columns. `pieces` are the lines as they were drawn,
 * `rules` those that go on joined.
 */
export function findRegions(rules: readonly Rule[], pieces: readonly Rule[], runs: readonly Run[]): Region[] {
  const regions: Region[] = []
  for (const group of sameReach(rules)) {
    const bands = bandsOf(group, runs)
    const seams = seamsOf(group, pieces)
    const find = seams.length > 2 ? stripsBetween(seams) : findStrips
    for (let at = 0; at < bands.length;) {
      const grown = grow(bands, at, find)
      const region = { left: group[0]?.from ?? 0, right: group[0]?.to ?? 0, ...grown }
      const head = grown.strips.length < 2 ? null : headAbove(region, runs, find)
      // A line above and below one row makes a table only under a head that keeps to its columns.
      const headed = find(bands[at]?.runs ?? []).length >= 2 && (grown.bands.length >= 2 || head !== null)
      if (headed && grown.strips.length >= 2 && !isText(grown))
        regions.push(head === null ? region : { ...region, bands: [head, ...region.bands] })
      at += headed ? Math.max(1, grown.bands.length) : 1
    }
  }
  return regions
}
