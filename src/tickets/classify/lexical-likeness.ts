import type { SubjectText } from './subject-texts.ts'

/** BM25's saturation and length weights. */
const saturation = 1.2
const lengthWeight = 0.5
/** How much a word that no class knows counts of what a text could have scored: it may be a matter that nobody wrote down. */
const unknownWeight = 0.5

/** How much of a text's words a class's own words share, 0 … about 1, for every class in order. */
export type LexicalLikeness = (terms: readonly number[]) => Float32Array

/**
 * Compares texts with classes by their words: BM25 over one document for each class, divided by the most that the text could score, so that
 * values of short and long texts can be compared.
 */
export function createLexicalLikeness(
  texts: readonly SubjectText[],
  classes: number,
  termsOf: (text: string) => readonly number[],
): LexicalLikeness {
  const documents = Array.from({ length: classes }, () => new Map<number, number>())
  const lengths = new Float64Array(classes)
  for (const { label, text } of texts)
    for (const term of termsOf(text)) {
      const document = documents[label]
      document?.set(term, (document.get(term) ?? 0) + 1)
      lengths[label] = (lengths[label] ?? 0) + 1
    }
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / classes)
  const postings = new Map<number, { label: number; weight: number }[]>()
  documents.forEach((document, label) => {
    const norm = saturation * (1 - lengthWeight + (lengthWeight * (lengths[label] ?? 0)) / mean)
    for (const [term, count] of document)
      (postings.get(term) ?? postings.set(term, []).get(term))?.push({
        label,
        weight: ((saturation + 1) * count) / (count + norm),
      })
  })
  const rarity = (holders: number) => Math.log(1 + (classes - holders + 0.5) / (holders + 0.5))
  return (terms) => {
    const scores = new Float32Array(classes)
    let most = 0
    for (const term of new Set(terms)) {
      const holders = postings.get(term) ?? []
      const idf = rarity(holders.length)
      most += idf * (saturation + 1) * (holders.length === 0 ? unknownWeight : 1)
      for (const { label, weight } of holders) scores[label] = (scores[label] ?? 0) + idf * weight
    }
    return most === 0 ? scores : scores.map((score) => score / most)
  }
}
