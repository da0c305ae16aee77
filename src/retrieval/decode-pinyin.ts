import type { Vocabulary } from './vocabulary.ts'

interface Path {
  words: string
  cost: number
}

/** A word costs 1; a character by itself is mostly a guess. */
const signCost = 3

function readPart(part: string, vocabulary: Vocabulary): Path | null {
  const word = vocabulary.bySound(part)
  if (word !== undefined) return { words: word, cost: 1 }
  const sign = vocabulary.signBySound(part)
  return sign === undefined ? null : { words: sign, cost: signCost }
}

/** The cheapest way to read a run of letters as words; null where letters stay over or most of it would be guessed. */
function decodeRun(letters: string, vocabulary: Vocabulary): string | null {
  const best: (Path | undefined)[] = [{ words: '', cost: 0 }]
  for (let end = 1; end <= letters.length; end += 1)
    for (let start = Math.max(0, end - vocabulary.longest); start < end; start += 1) {
      const before = best[start]
      const part = before === undefined ? null : readPart(letters.slice(start, end), vocabulary)
      if (before === undefined || part === null) continue
      const cost = before.cost + part.cost
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { words: before.words + part.words, cost }
    }
  const whole = best[letters.length]
  return whole === undefined || whole.cost >= whole.words.length * (signCost / 2) ? null : whole.words
}

/** Letters a run needs at least: shorter ones (id, app, etc) are rarely pinyin. */
const shortest = 4

/**
 * Reads pinyin in a normalized question ("gongjijin zenme tiqu", "shebao卡") as the words that sound so in the knowledge. `isWord` says
 * whether a Latin word means something as it stands. Null where there is none, or some of it cannot be read.
 */
export function decodePinyin(text: string, vocabulary: Vocabulary, isWord: (word: string) => boolean): string | null {
  const latinOnly = !/[\u3400-\u9fff]/u.test(text)
  let read = 0
  const decoded = text.replaceAll(/[a-z]+(?:[\s']+[a-z]+)*/gu, (run) => {
    const words = run.split(/[\s']+/u)
    const whole = run.length < shortest || words.every(isWord) ? null : decodeRun(words.join(''), vocabulary)
    const parts = words.map((word) =>
      latinOnly || word.length < shortest || isWord(word) ? null : decodeRun(word, vocabulary),
    )
    if (whole === null && parts.every((part) => part === null)) return run
    read += 1
    return whole ?? words.map((word, index) => parts[index] ?? word).join(' ')
  })
  return read === 0 ? null : decoded
}
