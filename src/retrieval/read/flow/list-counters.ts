import { listNumber } from './list-number.ts'

/** One level of a list as a word processor defines it. */
export interface ListLevel {
  start: number
  /** A number format of Office Open XML, or "bullet". */
  format: string
  /** "%1" to "%9" stand for the numbers of the levels: "（%1）", "%1.%2". */
  pattern: string
}

const bulletMark = '- '

/** Counts the paragraphs of lists and writes the label of each. Deeper levels begin again after a shallower one. */
export function createListCounters() {
  const counts = new Map<string, number[]>()
  return {
    /** `start` overrides the level's own first number, once, for the first paragraph of an `instance` of the list. */
    label(list: string, levels: readonly ListLevel[], depth: number): string {
      const level = levels[depth]
      if (level === undefined) return ''
      const numbers = counts.get(list) ?? []
      const next = (numbers[depth] ?? level.start - 1) + 1
      counts.set(list, [...levels.slice(0, depth).map(({ start }, at) => numbers[at] ?? start), next])
      if (level.format === 'bullet') return bulletMark
      return level.pattern.replaceAll(/%(\d)/gu, (_, digit: string) => {
        const at = Number(digit) - 1
        return listNumber(counts.get(list)?.[at] ?? 1, levels[at]?.format ?? 'decimal')
      })
    },
    /** Lets the list go on from `start` at this depth. */
    restart(list: string, depth: number, start: number): void {
      const numbers = (counts.get(list) ?? []).slice(0, depth)
      while (numbers.length < depth) numbers.push(1)
      counts.set(list, [...numbers, start - 1])
    },
  }
}

export type ListCounters = ReturnType<typeof createListCounters>
