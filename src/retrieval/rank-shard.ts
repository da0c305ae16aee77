import { largest } from './largest.ts'
import type { WeightedTerms } from './lexical-index.ts'
import type { Shard } from './open-shard.ts'

/** One reading of a question, ready to be looked up. */
export interface ShardQuery {
  terms: WeightedTerms
  vector: Float32Array
  /** Taken off every score: a reading that is not in the asker's own words has to fit better by this much. */
  handicap: number
}

/** How a passage fits: its place on the absolute scale, and what it is made of. */
export interface Ranked {
  passage: number
  score: number
  /** Lexical score ÷ the most this query could score, 0 … 1. */
  lexical: number
  /** Best cosine of a titled sentence, and the passage's own. */
  sentence: number
  whole: number
  /** The reading of the question it fits best. */
  query: ShardQuery
}

/** Weight of the whole document's lexical score beside the passage's. */
const documentShare = 0.5
/** The most BM25 gives for one idf: k1 + 1. */
const saturation = 1.9
/** What the meaning counts beside the words: of the best titled sentence, and of the passage as a whole. */
const sentenceWeight = 0.6
const passageWeight = 0.4
/** A document that has a second good passage is more likely about the subject: that passage's share in the score, at most. */
const companyWeight = 0.15
/** From this lexical share on the asker knows the document's words, and company counts nothing. */
const insiderShare = 0.3
/** A document of a single passage is taken to have a second one this good beside it. */
const loneCompany = 0.8
/** How many of the lexically best and of the nearest passages are looked at; more change no result. */
const lexicalCandidates = 120
const lexicalAsides = 20
const nearestPassages = 150
/** Of those, how many are compared sentence by sentence: of the rules, and of the rest, of which few are ever mentioned. */
const closelyRead = 100
const closelyReadAsides = 20
/** Where fewer of the nearest passages are rules, the search is done again among the rules alone. */
const enoughRules = 100

/** Lexical score of every passage ÷ the most this query could score. */
export function lexicalShares(shard: Shard, terms: WeightedTerms): Float32Array {
  const own = shard.lexical.passages.score(terms)
  const whole = shard.lexical.documents.score(terms)
  const most = saturation * (own.idfSum + documentShare * whole.idfSum)
  if (most === 0) return new Float32Array(shard.passages.length)
  const { scores } = own
  for (let passage = 0; passage < scores.length; passage += 1) {
    const document = whole.scores[shard.documentOf[passage] ?? 0] ?? 0
    scores[passage] = ((scores[passage] ?? 0) + documentShare * document) / most
  }
  return scores
}

/** The best cosine of a passage's titled sentences. */
const bestSentence = ({ vectors, firstSentence }: Shard, passage: number, vector: Float32Array): number =>
  Math.max(-1, vectors.sentences.best(vector, firstSentence[passage] ?? 0, firstSentence[passage + 1] ?? 0))

/** How well a passage fits one reading of the question without a look at its single sentences, apart from its document. */
function roughFit(shard: Shard, passage: number, lexical: number, query: ShardQuery): Ranked {
  const whole = shard.vectors.passages.best(query.vector, passage, passage + 1)
  const score = lexical + (sentenceWeight + passageWeight) * whole - query.handicap
  return { passage, score, lexical, sentence: whole, whole, query }
}

/** The same with the best sentence. */
function closeFit(shard: Shard, { passage, lexical, whole, query }: Ranked): Ranked {
  const sentence = bestSentence(shard, passage, query.vector)
  const score = lexical + sentenceWeight * sentence + passageWeight * whole - query.handicap
  return { passage, score, lexical, sentence, whole, query }
}

/** Mixes into each passage's score a share of its document's second best passage; the scale stays the same. */
function withCompany(shard: Shard, ranked: readonly Ranked[]): Ranked[] {
  const knownWords = ranked.reduce((most, { lexical }) => Math.max(most, lexical), 0)
  const weight = companyWeight * Math.max(0, 1 - knownWords / insiderShare)
  const best = new Map<number, readonly [number, number]>()
  for (const { passage, score } of ranked) {
    const document = shard.documentOf[passage] ?? 0
    const [first, second] = best.get(document) ?? [-Infinity, -Infinity]
    best.set(document, score > first ? [score, first] : [first, Math.max(second, score)])
  }
  return ranked.map((one) => {
    const [first, second] = best.get(shard.documentOf[one.passage] ?? 0) ?? [one.score, -Infinity]
    const company = second === -Infinity ? loneCompany * first : second
    return { ...one, score: (one.score + weight * company) / (1 + weight) }
  })
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score

/** The passages that one reading of the question could mean, by their words and by their meaning, as they fit it. */
function fitting(
  shard: Shard,
  query: ShardQuery,
  known: { shares: Float32Array; near: readonly number[]; words: number; close: number },
  accept: (passage: number) => boolean,
): Ranked[] {
  const candidates = new Set([...largest(known.shares, known.words, accept), ...known.near.filter(accept)])
  const rough = [...candidates].map((passage) => roughFit(shard, passage, known.shares[passage] ?? 0, query))
  const close = rough
    .sort(byScore)
    .slice(0, known.close)
    .map((ranked) => closeFit(shard, ranked))
  return withCompany(shard, close)
}

/** The passages near one reading: of all, and where too few of them are rules, of the rules alone. */
function nearestRules(
  shard: Shard,
  vector: Float32Array,
  isRule: (passage: number) => boolean,
  near: readonly number[],
) {
  const enough = near.filter(isRule).length >= Math.min(enoughRules, near.length)
  return enough ? near : shard.nearest(vector, nearestPassages, isRule)
}

/** Each passage once, as it fits the reading it fits best; the best passage first. */
function merge(all: readonly Ranked[]): Ranked[] {
  const best = new Map<number, Ranked>()
  for (const ranked of all) {
    const known = best.get(ranked.passage)
    if (known === undefined || known.score < ranked.score) best.set(ranked.passage, ranked)
  }
  return [...best.values()].sort(byScore)
}

/**
 * Ranks the passages that may be answered from (`isRule`), and apart from them the others, which may be mentioned beside. Score:
 * lexical share + .6 best titled sentence + .4 the passage itself, all on absolute scales, so that an insider's wording counts by its
 * words and a citizen's by its meaning; where the words are few, up to .15 parts of the document's next best passage are mixed in. Of
 * several readings of the question the best one counts.
 */
export function rankShard(
  shard: Shard,
  queries: readonly ShardQuery[],
  isRule: (passage: number) => boolean,
): { rules: Ranked[]; others: Ranked[] } {
  const rules: Ranked[] = []
  const others: Ranked[] = []
  for (const query of queries) {
    const shares = lexicalShares(shard, query.terms)
    const near = shard.nearest(query.vector, nearestPassages, null)
    const nearRules = nearestRules(shard, query.vector, isRule, near)
    rules.push(
      ...fitting(shard, query, { shares, near: nearRules, words: lexicalCandidates, close: closelyRead }, isRule),
    )
    others.push(
      ...fitting(
        shard,
        query,
        { shares, near, words: lexicalAsides, close: closelyReadAsides },
        (passage) => !isRule(passage),
      ),
    )
  }
  return { rules: merge(rules), others: merge(others) }
}
