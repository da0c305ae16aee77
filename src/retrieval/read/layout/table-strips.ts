import { boxOf, type Box, type Run } from './page.ts'

/** Where a column's texts stand along x. */
export interface Strip {
  left: number
  right: number
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The strips along x that texts cover together; a gap that all texts leave parts two. */
export function findStrips(runs: readonly Run[]): Strip[] {
  const least = median(runs.map(({ size }) => size)) * 0.7
  const strips: Strip[] = []
  for (const { left, right } of [...runs].sort((a, b) => a.left - b.left)) {
    const open = strips.at(-1)
    if (open !== undefined && left - open.right < least) open.right = Math.max(open.right, right)
    else strips.push({ left, right })
  }
  return strips
}

/** Finds the strips that some texts share. */
export type StripFinder = (runs: readonly Run[]) => Strip[]

/** Strips between known edges: those in which some text stands; a text across an edge makes one of two. */
export function stripsBetween(edges: readonly number[]): StripFinder {
  return (runs) => {
    const strips = edges.slice(1).map((right, at) => ({ left: edges[at] ?? right, right, used: false }))
    const joined = new Set<number>()
    for (const { left, right, size } of runs)
      strips.forEach((strip, at) => {
        if (right > strip.left + size * 0.3 && left < strip.right - size * 0.3) strip.used = true
        if (left < strip.right - size * 0.6 && right > strip.right + size * 0.6) joined.add(at)
      })
    return strips.reduce<Strip[]>((found, strip, at) => {
      const open = found.at(-1)
      if (joined.has(at - 1) && open !== undefined) open.right = strip.right
      else if (strip.used) found.push({ left: strip.left, right: strip.right })
      return found
    }, [])
  }
}

/** The strips a text stands in, first and last; the nearest where it stands in none. */
export function stripsUnder(box: Pick<Box, 'left' | 'right'>, strips: readonly Strip[]): { from: number; to: number } {
  const over = strips.flatMap((strip, at) => (box.right > strip.left + 1 && box.left < strip.right - 1 ? [at] : []))
  const [from, to] = [over[0], over.at(-1)]
  if (from !== undefined && to !== undefined) return { from, to }
  const middle = (one: Pick<Box, 'left' | 'right'>) => (one.left + one.right) / 2
  const distances = strips.map((strip) => Math.abs(middle(strip) - middle(box)))
  const nearest = Math.max(0, distances.indexOf(Math.min(...distances)))
  return { from: nearest, to: nearest }
}

/** Texts that overlap in height, from top to bottom. */
export function toBlocks(runs: readonly Run[]): Run[][] {
  const blocks: { runs: Run[]; bottom: number }[] = []
  for (const run of [...runs].sort((a, b) => boxOf(a).top - boxOf(b).top)) {
    const { top, bottom } = boxOf(run)
    const open = blocks.at(-1)
    if (open !== undefined && top < open.bottom - run.size * 0.1) {
      open.runs.push(run)
      open.bottom = Math.max(open.bottom, bottom)
    } else blocks.push({ runs: [run], bottom })
  }
  return blocks.map((block) => block.runs)
}

const filled = (block: readonly Run[], strips: readonly Strip[]) =>
  new Set(block.map((run) => stripsUnder(run, strips).from)).size

/** How many rows a part of a table looks to have: lines with something in the first strip. */
export const countRows = (runs: readonly Run[], strips: readonly Strip[]): number =>
  toBlocks(runs).filter((block) => block.some((run) => stripsUnder(run, strips).from === 0)).length

/** Blocks as rows; one that leaves the first strip empty and most of the others goes on from the row above. */
function byFilling(blocks: readonly (readonly Run[])[], strips: readonly Strip[]): Run[][] {
  const rows: Run[][] = []
  for (const block of blocks) {
    const first = block.some((run) => stripsUnder(run, strips).from === 0)
    const row = rows.at(-1)
    if (row !== undefined && !first && filled(block, strips) <= strips.length / 2) row.push(...block)
    else rows.push([...block])
  }
  return rows
}

/**
 * The rows of a part of a table without lines in it. Where some gaps between its lines are wider than the closest, the wider ones part the
 * rows and the others the lines of one cell; else each line is a row unless it only completes the row above.
 */
export function findRows(runs: readonly Run[], strips: readonly Strip[]): Run[][] {
  const blocks = toBlocks(runs)
  const size = median(runs.map((run) => run.size))
  const edges = blocks.map((block) => {
    const boxes = block.map(boxOf)
    return { top: Math.min(...boxes.map(({ top }) => top)), bottom: Math.max(...boxes.map(({ bottom }) => bottom)) }
  })
  const gaps = edges.slice(1).map(({ top }, at) => top - (edges[at]?.bottom ?? top))
  const wider = Math.min(...gaps) + Math.max(2, size * 0.18)
  if (!gaps.some((gap) => gap > wider)) return byFilling(blocks, strips)
  const groups: Run[][][] = []
  blocks.forEach((block, at) => {
    const open = groups.at(-1)
    if (open === undefined || (gaps[at - 1] ?? 0) > wider) groups.push([block])
    else open.push(block)
  })
  // Several lines that fill all columns are rows of their own, however close they stand.
  const full = (group: readonly (readonly Run[])[]) =>
    group.filter((block) => filled(block, strips) >= Math.max(2, strips.length * 0.8)).length > 2
  return groups.flatMap((group) => (full(group) ? byFilling(group, strips) : [group.flat()]))
}
