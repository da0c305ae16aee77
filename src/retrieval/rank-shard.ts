import { cosineWith } from './byte-vectors.ts'
import type { WeightedTerms } from './lexical-index.ts'
import type { Shard } from './open-shard.ts'

/** How a passage fits: its place on the absolute scale, and what it is made of. */
export interface Ranked {
  passage: number
  score: number
  /** Lexical score ÷ the most this query could score, 0 … 1. */
  lexical: number
  /** Best cosine of a titled sentence. */
  sentence: number
}

export interface ShardQuery {
  terms: WeightedTerms
  vector: Float32Array
}

/** Weight of the whole document's lexical score beside the passage's. */
const documentShare = 0.5
/** The most BM25 gives for one idf: k1 + 1. */
const saturation = 1.9
const sentenceWeight = 0.6
const passageWeight = 0.4
/** How many of the lexically best passages and of the nearest sentences are looked at. */
const lexicalCandidates = 200
const nearestSentences = 300

/** Lexical score of every passage ÷ the most this query could score. */
export function lexicalShares(shard: Shard, terms: WeightedTerms): Float32Array {
  const own = shard.lexical.passages.score(terms)
  const whole = shard.lexical.documents.score(terms)
  const most = saturation * (own.idfSum + documentShare * whole.idfSum)
  if (most === 0) return new Float32Array(shard.passages.length)
  return own.scores.map((score, passage) => {
    const document = whole.scores[shard.documentOf[passage] ?? 0] ?? 0
    return (score + documentShare * document) / most
  })
}

/** The positions of the `count` largest values that are above zero and accepted. */
function largest(values: Float32Array, count: number, accept: (index: number) => boolean): number[] {
  const candidates: number[] = []
  values.forEach((value, index) => {
    if (value > 0 && accept(index)) candidates.push(index)
  })
  return candidates.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, count)
}

/** The best cosine of a passage's titled sentences. */
export function bestSentence(shard: Shard, passage: number, vector: Float32Array): number {
  let best = -1
  const end = shard.firstSentence[passage + 1] ?? 0
  for (let sentence = shard.firstSentence[passage] ?? 0; sentence < end; sentence += 1)
    best = Math.max(best, cosineWith(shard.vectors.sentences, sentence, vector))
  return best
}

/**
 * Ranks the accepted passages for a query: lexical share + .6 best titled sentence + .4 the passage itself, all on absolute scales, so
 * that an insider's wording counts by its words and a citizen's by its meaning.
 */
export function rankShard(
  shard: Shard,
  query: ShardQuery,
  accept: (passage: number) => boolean,
  filtered: boolean,
): Ranked[] {
  const shares = lexicalShares(shard, query.terms)
  const acceptSentence = filtered ? (sentence: number) => accept(shard.passageOf[sentence] ?? 0) : null
  const near = shard.nearest(query.vector, nearestSentences, acceptSentence)
  const candidates = new Set([
    ...largest(shares, lexicalCandidates, accept),
    ...near.map(({ sentence }) => shard.passageOf[sentence] ?? 0),
  ])
  const ranked = [...candidates].map((passage) => {
    const lexical = shares[passage] ?? 0
    const sentence = bestSentence(shard, passage, query.vector)
    const whole = cosineWith(shard.vectors.passages, passage, query.vector)
    return { passage, lexical, sentence, score: lexical + sentenceWeight * sentence + passageWeight * whole }
  })
  return ranked.sort((a, b) => b.score - a.score)
}
