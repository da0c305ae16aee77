import type { PlacedUnit } from './units.ts'
import { splitUnit } from './split-unit.ts'

/** A stretch of whole units under one heading path. */
export interface Chunk {
  section: readonly string[]
  units: readonly Omit<PlacedUnit, 'section'>[]
}

/** Characters a chunk is filled up to. */
const target = 400

const sameSection = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((heading, index) => heading === b[index])

const lengthOf = (units: readonly { text: string }[]) => units.reduce((sum, { text }) => sum + text.length + 1, 0)

/** Gathers units into chunks of about 400 characters; none crosses a heading, and no unit is cut but one longer than a chunk. */
export function toChunks(units: readonly PlacedUnit[]): Chunk[] {
  const chunks: { section: readonly string[]; units: Omit<PlacedUnit, 'section'>[] }[] = []
  for (const { section, ...unit } of units.flatMap(splitUnit)) {
    const open = chunks.at(-1)
    const fits = open !== undefined && sameSection(open.section, section)
    if (fits && lengthOf(open.units) + unit.text.length <= target * 1.1) open.units.push(unit)
    else chunks.push({ section, units: [unit] })
  }
  return chunks
}

/** A chunk's words as read: every unit after its lead, a lead shared by neighbours, or that stands before them as a line of its own, said once. */
export function chunkText(chunk: Chunk): string {
  const lines: string[] = []
  let lead: string | null = null
  for (const unit of chunk.units) {
    const said = unit.lead === lead || unit.lead === lines.at(-1)?.split('\n').at(-1)
    if (unit.lead !== null && !said) lines.push(unit.lead)
    lead = unit.lead
    lines.push(unit.text)
  }
  return lines.join('\n')
}
