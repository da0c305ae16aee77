import type { Term } from './terms.ts'

/** BM25's saturation and length weights, measured in the plan. */
const k1 = 0.9
const b = 0.4

/** The persisted form: postings of term `terms[i]` stand at `starts[i]` … `starts[i + 1]` of `entries` and `counts`. */
export interface LexicalData {
  terms: Uint32Array
  starts: Uint32Array
  entries: Uint32Array
  counts: Uint8Array
  lengths: Uint32Array
}

/** Makes the postings of a list of texts, each given as its terms. */
export function buildLexicalData(texts: readonly (readonly Term[])[]): LexicalData {
  const postings = new Map<Term, number[]>()
  texts.forEach((terms, entry) => {
    const counts = new Map<Term, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const [term, count] of counts) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [entry, Math.min(count, 255)])
      else list.push(entry, Math.min(count, 255))
    }
  })
  const terms = Uint32Array.from(postings.keys()).sort()
  const starts = new Uint32Array(terms.length + 1)
  terms.forEach((term, index) => (starts[index + 1] = (starts[index] ?? 0) + (postings.get(term)?.length ?? 0) / 2))
  const entries = new Uint32Array(starts[terms.length] ?? 0)
  const counts = new Uint8Array(entries.length)
  terms.forEach((term, index) => {
    const list = postings.get(term) ?? []
    const start = starts[index] ?? 0
    for (let at = 0; at < list.length; at += 2) {
      entries[start + at / 2] = list[at] ?? 0
      counts[start + at / 2] = list[at + 1] ?? 0
    }
  })
  return { terms, starts, entries, counts, lengths: Uint32Array.from(texts, (text) => text.length) }
}

function positionOf(terms: Uint32Array, term: Term): number {
  let low = 0
  let high = terms.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = terms[middle] ?? 0
    if (found === term) return middle
    if (found < term) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** A weight for each distinct term of a query; 1 for a word as asked. */
export type WeightedTerms = ReadonlyMap<Term, number>

export interface LexicalScores {
  /** BM25 of every entry. */
  scores: Float32Array
  /** Sum of the query's idf, weighted: times (k1 + 1) it is the most an entry could score. */
  idfSum: number
}

export interface LexicalIndex {
  size: number
  score(query: WeightedTerms): LexicalScores
  idf(term: Term): number
  /** Whether the term stands anywhere. */
  has(term: Term): boolean
}

/** BM25 (k1 .9, b .4) over the postings; a query of 20 terms over 10,000 entries takes well under a millisecond. */
export function createLexicalIndex(data: LexicalData): LexicalIndex {
  const { terms, starts, entries, counts, lengths } = data
  const size = lengths.length
  const mean = size === 0 ? 1 : lengths.reduce((sum, length) => sum + length, 0) / size
  const norms = Float32Array.from(lengths, (length) => k1 * (1 - b + (b * length) / Math.max(mean, 1)))
  const idfOf = (found: number) => Math.log(1 + (size - found + 0.5) / (found + 0.5))
  const range = (term: Term): readonly [number, number] => {
    const at = positionOf(terms, term)
    return at < 0 ? [0, 0] : [starts[at] ?? 0, starts[at + 1] ?? 0]
  }
  return {
    size,
    idf: (term) => {
      const [start, end] = range(term)
      return idfOf(end - start)
    },
    has: (term) => positionOf(terms, term) >= 0,
    score(query) {
      const scores = new Float32Array(size)
      let idfSum = 0
      for (const [term, weight] of query) {
        const [start, end] = range(term)
        const idf = idfOf(end - start) * weight
        idfSum += idf
        for (let at = start; at < end; at += 1) {
          const entry = entries[at] ?? 0
          const count = counts[at] ?? 0
          scores[entry] = (scores[entry] ?? 0) + (idf * count * (k1 + 1)) / (count + (norms[entry] ?? 1))
        }
      }
      return { scores, idfSum }
    },
  }
}
