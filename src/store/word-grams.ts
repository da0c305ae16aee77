/** How much of a search counts, UTF-16 units. */
const longestSearch = 200

/** Compatibility forms and capitals are the same word. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** What a search for words looks through. */
export const searchableText = (...texts: readonly string[]): string => plain(texts.join('\n'))

/** The words of a search as they stand in a searchable text. */
export const searchedWords = (search: string): readonly string[] =>
  plain(search.slice(0, longestSearch)).split(/\s+/u).filter(Boolean)

const single = (word: string, at: number) => word.charCodeAt(at)
const pair = (word: string, at: number) => (word.charCodeAt(at) << 16) | word.charCodeAt(at + 1)

/**
 * All that a search may ask a text for: its characters and its pairs of neighbours, as 32-bit numbers. Chinese writes no spaces between
 * words, and no engine knows the words; pairs need to know none. What this gives stands in the database: changing it takes a migration.
 */
export function gramsOf(text: string): readonly number[] {
  const grams = new Set<number>()
  for (const word of text.split(/\s+/u))
    for (let at = 0; at < word.length; at += 1) {
      grams.add(single(word, at))
      if (at + 1 < word.length) grams.add(pair(word, at))
    }
  return [...grams]
}

/** What a text that holds the word must have: its pairs, or its only character. */
export const neededGrams = (word: string): readonly number[] =>
  word.length === 1
    ? [single(word, 0)]
    : [...new Set(Array.from({ length: word.length - 1 }, (_, index) => pair(word, index)))]

/** Whether its gram alone says that a word stands there. A pair that begins with U+0000 looks like its second character. */
export const isOneGram = (word: string): boolean => word.length <= 2 && !word.startsWith('\0')
