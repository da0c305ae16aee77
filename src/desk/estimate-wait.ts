/** What an estimate rests on. */
export interface WaitFacts {
  /** How many are to be taken before. */
  before: number
  /** How long conversations were held of late, milliseconds. */
  lengths: readonly number[]
  /** Conversations that those present can hold at a time, and how many they hold now. */
  room: number
  held: number
}

const minute = 60_000
/** Before anything was measured: the length of a chat at a hotline. This project's own guess; an office's own figures replace it from the third on. */
const usual = 8 * minute
const fewest = 3

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * How long somebody has yet to wait, in whole minutes, rounded up; 0 where a place is free; null where nobody is there who could take it. Each
 * place becomes free once in the length of a usual conversation, one after the other.
 */
export function estimateWait({ before, lengths, room, held }: WaitFacts): number | null {
  if (room <= 0) return null
  const free = Math.max(0, room - held)
  if (before < free) return 0
  const length = lengths.length < fewest ? usual : median(lengths)
  return Math.max(1, Math.ceil(((before - free + 1) * length) / room / minute))
}
