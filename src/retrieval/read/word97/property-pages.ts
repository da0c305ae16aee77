import { readSprms, type Sprm } from './sprms.ts'

/** Properties of the text whose bytes lie in the file from one place to before another. */
export interface PropertyRun {
  from: number
  to: number
  sprms: readonly Sprm[]
  /** The paragraph's style; 0 for runs of characters. */
  style: number
}

const pageSize = 512

function characterRun(page: Buffer, index: number, count: number): Pick<PropertyRun, 'sprms' | 'style'> {
  const at = 2 * page.readUInt8(4 * (count + 1) + index)
  if (at === 0) return { sprms: [], style: 0 }
  return { sprms: readSprms(page.subarray(at + 1, at + 1 + page.readUInt8(at))), style: 0 }
}

function paragraphRun(page: Buffer, index: number, count: number): Pick<PropertyRun, 'sprms' | 'style'> {
  const at = 2 * page.readUInt8(4 * (count + 1) + 13 * index)
  if (at === 0) return { sprms: [], style: 0 }
  const short = page.readUInt8(at)
  const from = short === 0 ? at + 2 : at + 1
  const size = short === 0 ? 2 * page.readUInt8(at + 1) : 2 * short - 1
  return { sprms: readSprms(page.subarray(from + 2, from + size)), style: page.readUInt16LE(from) }
}

/** Reads the formatted disk pages that a table names, in order of their text's place in the file. */
export function readPropertyPages(main: Buffer, table: Buffer, kind: 'characters' | 'paragraphs'): PropertyRun[] {
  const pages = Math.max(0, Math.floor((table.length - 4) / 8))
  const runs: PropertyRun[] = []
  for (let number = 0; number < pages; number += 1) {
    const at = (table.readUInt32LE(4 * (pages + 1) + 4 * number) & 0x3fffff) * pageSize
    const page = main.subarray(at, at + pageSize)
    if (page.length < pageSize) continue
    const count = page.readUInt8(pageSize - 1)
    for (let index = 0; index < count; index += 1) {
      const properties = kind === 'characters' ? characterRun(page, index, count) : paragraphRun(page, index, count)
      runs.push({ from: page.readUInt32LE(4 * index), to: page.readUInt32LE(4 * index + 4), ...properties })
    }
  }
  return runs.sort((one, other) => one.from - other.from)
}

/** The index of the run that holds a place; of the next one where none does. */
export function runAt(runs: readonly PropertyRun[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
