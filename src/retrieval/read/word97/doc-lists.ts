import { createListCounters, type ListLevel } from '../flow/list-counters.ts'
import { numberFormat } from '../flow/list-number.ts'

interface Instance {
  list: number
  starts: ReadonlyMap<number, number>
  levels: ReadonlyMap<number, ListLevel>
}

/** Reads one level of a list ([MS-DOC] 2.9.150) and where the next begins. */
function readLevel(bytes: Buffer, at: number): { level: ListLevel; next: number } {
  const code = bytes.readUInt8(at + 4)
  const characterSize = bytes.readUInt8(at + 24)
  const paragraphSize = bytes.readUInt8(at + 25)
  const textAt = at + 28 + characterSize + paragraphSize
  const length = bytes.readUInt16LE(textAt)
  const text = bytes.toString('utf16le', textAt + 2, textAt + 2 + 2 * length)
  const pattern = text.replaceAll(/[\u0000-\u0008]/gu, (place) => `%${place.charCodeAt(0) + 1}`)
  return {
    level: { start: bytes.readInt32LE(at), format: numberFormat(code), pattern },
    next: textAt + 2 + 2 * length,
  }
}

function readLists(bytes: Buffer): Map<number, ListLevel[]> {
  const lists = new Map<number, ListLevel[]>()
  if (bytes.length < 2) return lists
  const count = bytes.readUInt16LE(0)
  let at = 2 + 28 * count
  for (let index = 0; index < count; index += 1) {
    const head = 2 + 28 * index
    const simple = (bytes.readUInt8(head + 26) & 1) !== 0
    const levels: ListLevel[] = []
    for (let depth = 0; depth < (simple ? 1 : 9); depth += 1) {
      const { level, next } = readLevel(bytes, at)
      levels.push(level)
      at = next
    }
    lists.set(bytes.readInt32LE(head), levels)
  }
  return lists
}

function readInstances(bytes: Buffer): Instance[] {
  if (bytes.length < 4) return []
  const count = bytes.readUInt32LE(0)
  let at = 4 + 16 * count
  return Array.from({ length: count }, (_, index) => {
    const head = 4 + 16 * index
    const overrides = bytes.readUInt8(head + 12)
    const starts = new Map<number, number>()
    const levels = new Map<number, ListLevel>()
    at += 4
    for (let one = 0; one < overrides; one += 1) {
      const flags = bytes.readUInt32LE(at + 4)
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, bytes.readInt32LE(at))
      at += 8
      if ((flags & 0x20) === 0) continue
      const { level, next } = readLevel(bytes, at)
      levels.set(flags & 0xf, level)
      at = next
    }
    return { list: bytes.readInt32LE(head), starts, levels }
  })
}

/** Gives the paragraphs of lists, in order, their labels: `instance` counts from 1. */
export type LabelDocParagraph = (instance: number, depth: number) => string

/** Reads the lists of a Word 97–2003 file. */
export function readDocLists(lists: Buffer, instances: Buffer): LabelDocParagraph {
  const definitions = readLists(lists)
  const known = readInstances(instances)
  const counters = createListCounters()
  const begun = new Set<string>()
  return (number, depth) => {
    const instance = known[number - 1]
    if (instance === undefined) return ''
    const levels = (definitions.get(instance.list) ?? []).map((level, at) => instance.levels.get(at) ?? level)
    const start = instance.starts.get(depth)
    if (start !== undefined && !begun.has(`${number} ${depth}`)) counters.restart(`${instance.list}`, depth, start)
    begun.add(`${number} ${depth}`)
    return counters.label(`${instance.list}`, levels, depth)
  }
}
