import { z } from 'zod'
import type { DocumentEntry } from './document-entry.ts'
import type { LexicalData } from './lexical-index.ts'
import { normalize } from './normalize.ts'
import { soundOfSign } from './sound-of-sign.ts'

/** The persisted words of Chinese documents, with how often each stands, and the sound of every character. */
export const vocabularyData = z.object({
  /** Parts of titles, headings and topics: the names of things. */
  names: z.array(z.tuple([z.string(), z.number()])),
  /** Pairs of neighbouring characters, with the number of documents that have them; the most usual first. */
  pairs: z.array(z.tuple([z.string(), z.number()])),
  /** Toneless pinyin by character. */
  sounds: z.record(z.string(), z.string()),
})
export type VocabularyData = z.infer<typeof vocabularyData>

/** A pair that fewer documents have is too rare to be guessed from its sound alone. */
const fewest = 2
const mostPairs = 30_000
const mostNames = 30_000
const longestName = 8
/** A topic is a name somebody chose; a part of a title may be no word at all. */
const topicWeight = 5

const run = /[\u3400-\u9fff]{2,}/gu

function names(entries: readonly DocumentEntry[]): [string, number][] {
  const counts = new Map<string, number>()
  const add = (word: string, weight: number) => counts.set(word, (counts.get(word) ?? 0) + weight)
  const addParts = (text: string) => {
    for (const [words] of normalize(text).matchAll(run))
      for (let size = 2; size <= longestName; size += 1)
        for (let at = 0; at + size <= words.length; at += 1) add(words.slice(at, at + size), 1)
  }
  for (const { facts, passages } of entries) {
    addParts(facts.title)
    for (const topic of facts.topics) for (const [word] of normalize(topic).matchAll(run)) add(word, topicWeight)
    for (const heading of new Set(passages.flatMap(({ section }) => section))) addParts(heading)
  }
  return mostUsual(counts, mostNames)
}

const mostUsual = (counts: ReadonlyMap<string, number>, most: number): [string, number][] =>
  [...counts]
    .filter(([, count]) => count >= fewest)
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)

function pairs({ terms, starts }: LexicalData): [string, number][] {
  const counts = new Map<string, number>()
  terms.forEach((term, at) => {
    const first = term >>> 16
    const second = term & 0xffff
    if (first >= 0x3400 && second !== 0)
      counts.set(String.fromCharCode(first, second), (starts[at + 1] ?? 0) - (starts[at] ?? 0))
  })
  return mostUsual(counts, mostPairs)
}

/** Collects the words from the documents and the postings over them. */
export function collectVocabulary(entries: readonly DocumentEntry[], documents: LexicalData): VocabularyData {
  const found = { names: names(entries), pairs: pairs(documents) }
  const signs = new Set([...found.names, ...found.pairs].flatMap(([word]) => [...word]))
  const sounds = [...signs].map((sign) => [sign, soundOfSign(sign)])
  return { ...found, sounds: Object.fromEntries(sounds) as Record<string, string> }
}
