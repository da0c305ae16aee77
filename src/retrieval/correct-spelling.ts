import type { Vocabulary } from './vocabulary.ts'

/** Lengths of names that are looked for, the longest first. */
const sizes = [8, 7, 6, 5, 4, 3]

const differences = (a: string, b: string): number => [...a].filter((sign, index) => sign !== b[index]).length

/** Whether two neighbours in this stretch stand side by side nowhere in the knowledge. */
const isStrange = (stretch: string, isPair: (pair: string) => boolean): boolean =>
  Array.from({ length: stretch.length - 1 }, (_, at) => stretch.slice(at, at + 2)).some((pair) => !isPair(pair))

/** A question has hardly more misspelled names than this. */
const mostNames = 3

/** The first strange stretch of a run for which a name is known that sounds the same, with that name in its place; null for none. */
function correctOneName(run: string, vocabulary: Vocabulary, isPair: (pair: string) => boolean): string | null {
  for (const size of sizes)
    for (let at = 0; at + size <= run.length; at += 1) {
      const stretch = run.slice(at, at + size)
      if (!isStrange(stretch, isPair)) continue
      const fits = (name: string) =>
        name !== stretch && differences(name, stretch) <= Math.ceil(size / 2) && !isStrange(name, isPair)
      const name = vocabulary.alike(stretch).find(fits)
      if (name !== undefined) return run.slice(0, at) + name + run.slice(at + size)
    }
  return null
}

/** Puts the names of things in the place of strange stretches that sound the same: 公鸡金 → 公积金. */
function correctNames(run: string, vocabulary: Vocabulary, isPair: (pair: string) => boolean): string {
  let corrected = run
  for (let round = 0; round < mostNames; round += 1)
    corrected = correctOneName(corrected, vocabulary, isPair) ?? corrected
  return corrected
}

/** Replaces a character that fits neither neighbour by one that sounds the same and fits both: 社宝卡 → 社保卡. */
function correctSigns(run: string, vocabulary: Vocabulary, isPair: (pair: string) => boolean): string {
  const signs = [...run]
  signs.forEach((sign, at) => {
    const before = signs[at - 1] ?? ''
    const after = signs[at + 1] ?? ''
    const around = (middle: string) => [before + middle, middle + after].filter((pair) => pair.length === 2)
    if (around(sign).some((pair) => isPair(pair) || vocabulary.pairCount(pair) > 0)) return
    const count = (pair: string) => (isPair(pair) ? Math.max(1, vocabulary.pairCount(pair)) : 0)
    const fits = (other: string) => Math.min(...around(other).map(count)) * Math.max(...around(other).map(count))
    const best = vocabulary.homophones(sign).reduce((a, b) => (fits(b) > fits(a) ? b : a), sign)
    if (fits(best) > 0) signs[at] = best
  })
  return signs.join('')
}

/**
 * Puts right what was typed by ear in a normalized question. Only where two characters stand together that never do so in the
 * knowledge (`isPair` knows those that do) can anything change. Null where nothing is to be put right.
 */
export function correctSpelling(
  text: string,
  vocabulary: Vocabulary,
  isPair: (pair: string) => boolean,
): string | null {
  const corrected = text.replaceAll(/[\u3400-\u9fff]{3,}/gu, (run) =>
    correctSigns(correctNames(run, vocabulary, isPair), vocabulary, isPair),
  )
  return corrected === text ? null : corrected
}
