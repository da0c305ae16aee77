import type { Run, Rule } from './page.ts'
import { findStrips, type Strip } from './table-strips.ts'

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
const fewest = 3

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

/** Text over most of the width in a band of its own: a group's name between rows. */
const spanning = (band: Band, strips: readonly Strip[]) =>
  band.runs.length > 0 && strips.length < 2 && findStrips(band.runs).length === 1

/** From `start`, the bands that can share columns, without those at the end that do not. */
function grow(bands: readonly Band[], start: number): { bands: Band[]; strips: Strip[] } {
  let strips: Strip[] = []
  let end = start
  const used: Band[] = []
  for (let at = start; at < bands.length; at += 1) {
    const band = bands[at]
    if (band === undefined || band.runs.length === 0) break
    // The first band heads the others; what spans there says nothing about the columns.
    const body = [...used.slice(1), band].filter((one) => findStrips(one.runs).length > 1)
    const joint = findStrips(body.flatMap(({ runs }) => runs))
    if (at > start && joint.length < 2 && !spanning(band, findStrips(band.runs))) break
    used.push(band)
    if (joint.length >= 2 && findStrips(band.runs).length > 1) {
      strips = joint
      end = at + 1
    }
  }
  return { bands: bands.slice(start, end), strips }
}

const letters = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0)

/** A head over one band of long text in two columns is a page with a line at its top and foot. */
const isText = ({ bands, strips }: Pick<Region, 'bands' | 'strips'>) =>
  strips.length === 2 && bands.some(({ runs }) => runs.length > 16 && letters(runs) > runs.length * 14)

/** Finds the parts of a page where level lines of the same reach hold texts in common columns. */
export function findRegions(rules: readonly Rule[], runs: readonly Run[]): Region[] {
  const regions: Region[] = []
  for (const group of sameReach(rules)) {
    const bands = bandsOf(group, runs)
    for (let at = 0; at < bands.length;) {
      const grown = grow(bands, at)
      const headed = grown.bands.length >= 2 && findStrips(bands[at]?.runs ?? []).length >= 2
      if (headed && grown.strips.length >= 2 && !isText(grown))
        regions.push({ left: group[0]?.from ?? 0, right: group[0]?.to ?? 0, ...grown })
      at += headed ? Math.max(1, grown.bands.length) : 1
    }
  }
  return regions
}
