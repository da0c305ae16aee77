import type { ByteVectors } from './byte-vectors.ts'
import { cosineWith } from './byte-vectors.ts'
import type { WeightedTerms } from './lexical-index.ts'
import type { Nearest, Shard } from './open-shard.ts'

/** One reading of a question, ready to be looked up. */
export interface ShardQuery {
  terms: WeightedTerms
  vector: Float32Array
}

/** How a passage fits: its place on the absolute scale, and what it is made of. */
export interface Ranked {
  passage: number
  score: number
  /** Lexical score ÷ the most this query could score, 0 … 1. */
  lexical: number
  /** Best cosine of a titled sentence, of a unit, and the passage's own. */
  sentence: number
  unit: number
  whole: number
  /** The reading of the question it fits best. */
  query: ShardQuery
}

/** Weight of the whole document's lexical score beside the passage's. */
const documentShare = 0.5
/** The most BM25 gives for one idf: k1 + 1. */
const saturation = 1.9
/** What the meaning counts: the best titled sentence, the best structural unit, the passage as a whole. */
const sentenceWeight = 0.4
const unitWeight = 0.3
const passageWeight = 0.3
/** A document that has a second good passage is more likely about the subject: that passage's share in the score. */
const companyWeight = 0.15
/** A document of a single passage is taken to have a second one this good beside it. */
const loneCompany = 0.8
/** How many of the lexically best passages and of the nearest sentences are looked at. */
const lexicalCandidates = 120
const nearestSentences = 300
/** Where fewer of the nearest sentences are accepted, the search is done again among the accepted alone. */
const enoughSentences = 150

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

/** The positions of the largest values above zero that are accepted, about `count` of them. */
function largest(values: Float32Array, count: number, accept: (index: number) => boolean): number[] {
  const accepted = values.map((value, index) => (value > 0 && accept(index) ? value : 0))
  const least = Float32Array.from(accepted).sort()[Math.max(0, values.length - count)] ?? 0
  const found: number[] = []
  accepted.forEach((value, index) => {
    if (value > 0 && value >= least) found.push(index)
  })
  return found
}

/** The best cosine of the rows from `start` up to `end`. */
function bestOf(vectors: ByteVectors, start: number, end: number, vector: Float32Array): number {
  let best = -1
  for (let row = start; row < end; row += 1) best = Math.max(best, cosineWith(vectors, row, vector))
  return best
}

/** How well a passage fits one reading of the question, apart from its document. */
function fit(shard: Shard, passage: number, lexical: number, query: ShardQuery): Ranked {
  const { vectors, firstSentence, firstUnit } = shard
  const bounds = (starts: Uint32Array) => [starts[passage] ?? 0, starts[passage + 1] ?? 0] as const
  const sentence = bestOf(vectors.sentences, ...bounds(firstSentence), query.vector)
  const unit = bestOf(vectors.units, ...bounds(firstUnit), query.vector)
  const whole = cosineWith(vectors.passages, passage, query.vector)
  const score = lexical + sentenceWeight * sentence + unitWeight * unit + passageWeight * whole
  return { passage, score, lexical, sentence, unit, whole, query }
}

/** Mixes into each passage's score a share of its document's second best passage; the scale stays the same. */
function withCompany(shard: Shard, ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<number, readonly [number, number]>()
  for (const { passage, score } of ranked) {
    const document = shard.documentOf[passage] ?? 0
    const [first, second] = best.get(document) ?? [-Infinity, -Infinity]
    best.set(document, score > first ? [score, first] : [first, Math.max(second, score)])
  }
  return ranked.map((one) => {
    const [first, second] = best.get(shard.documentOf[one.passage] ?? 0) ?? [one.score, -Infinity]
    const company = second === -Infinity ? loneCompany * first : second
    return { ...one, score: (one.score + companyWeight * company) / (1 + companyWeight) }
  })
}

/** Looks for passages near one reading of the question, among the accepted. */
function candidatesFor(
  shard: Shard,
  shares: Float32Array,
  near: readonly Nearest[],
  accept: (passage: number) => boolean,
) {
  const nearby = near.map(({ sentence }) => shard.passageOf[sentence] ?? 0).filter(accept)
  return new Set([...largest(shares, lexicalCandidates, accept), ...nearby])
}

/** The sentences near one reading: of all, and where too few of them are accepted, of the accepted alone. */
function nearestAccepted(
  shard: Shard,
  vector: Float32Array,
  accept: (passage: number) => boolean,
  near: readonly Nearest[],
) {
  const of = (sentence: number) => accept(shard.passageOf[sentence] ?? 0)
  const enough = near.filter(({ sentence }) => of(sentence)).length >= Math.min(enoughSentences, near.length)
  return enough ? near : shard.nearest(vector, nearestSentences, of)
}

/**
 * Ranks passages for a question, for each of several groups apart (the first decides what may be answered from, the others what is
 * mentioned beside). Score: lexical share + .4 best titled sentence + .3 best unit + .3 the passage itself, all on absolute scales, so
 * that an insider's wording counts by its words and a citizen's by its meaning, + .15 the document's next best passage. Of several
 * readings of the question the best one counts.
 */
export function rankShard(
  shard: Shard,
  queries: readonly ShardQuery[],
  groups: readonly ((passage: number) => boolean)[],
): Ranked[][] {
  const found = groups.map(() => new Map<number, Ranked>())
  for (const query of queries) {
    const shares = lexicalShares(shard, query.terms)
    const near = shard.nearest(query.vector, nearestSentences, null)
    groups.forEach((accept, group) => {
      const close = group === 0 ? nearestAccepted(shard, query.vector, accept, near) : near
      for (const passage of candidatesFor(shard, shares, close, accept)) {
        const fitting = fit(shard, passage, shares[passage] ?? 0, query)
        const known = found[group]?.get(passage)
        if (known === undefined || known.score < fitting.score) found[group]?.set(passage, fitting)
      }
    })
  }
  return found.map((ranked) => withCompany(shard, [...ranked.values()]).sort((a, b) => b.score - a.score))
}
