import type { Unit } from '../core/passage.ts'
import type { WeightedTerms } from './lexical-index.ts'
import { sentencesOf } from './document-entry.ts'
import type { Shard } from './open-shard.ts'
import type { ShardQuery } from './rank-shard.ts'
import { termsOf } from './terms.ts'

/** Passages whose units' terms are remembered, for each shard: the same ones answer many questions. */
const remembered = 2_000
const known = new WeakMap<Shard, Map<number, readonly Uint32Array[]>>()

/** The terms of each unit of a passage, with its title, headings and lead. */
function unitTerms(shard: Shard, passage: number): readonly Uint32Array[] {
  const all = known.get(shard) ?? new Map<number, readonly Uint32Array[]>()
  known.set(shard, all)
  const found = all.get(passage)
  if (found !== undefined) return found
  const { facts } = shard.documents[shard.documentOf[passage] ?? 0] ?? { facts: { title: '' } }
  const { section = [], units = [] } = shard.passages[passage] ?? {}
  const about = [facts.title, ...section].join('\n')
  const terms = units.map((unit) => Uint32Array.from(new Set(termsOf(`${about}\n${unit.lead ?? ''}\n${unit.text}`))))
  all.set(passage, terms)
  const [oldest] = all.keys()
  if (all.size > remembered && oldest !== undefined) all.delete(oldest)
  return terms
}

/** Share of the query's idf that stands among a text's terms, 0 … 1. */
function termShare(shard: Shard, here: Uint32Array, terms: WeightedTerms): number {
  let found = 0
  let all = 0
  for (const [term, weight] of terms) {
    const idf = shard.lexical.passages.idf(term) * weight
    all += idf
    if (here.includes(term)) found += idf
  }
  return all === 0 ? 0 : found / all
}

/** Scores a passage's units for the query: the share of the query's words in the unit with its lead, and its best sentence's cosine. */
export function scoreUnits(shard: Shard, passage: number, query: ShardQuery): Unit[] {
  let row = shard.firstSentence[passage] ?? 0
  const units = shard.passages[passage]?.units ?? []
  const terms = unitTerms(shard, passage)
  return units.map((unit, index) => {
    const sentences = sentencesOf(unit).map((text) => ({
      text,
      score: shard.vectors.sentences.best(query.vector, row, (row += 1)),
    }))
    const cosine = Math.max(-1, ...sentences.map(({ score }) => score))
    return {
      ...unit,
      sentences,
      score: termShare(shard, terms[index] ?? new Uint32Array(), query.terms) + cosine,
    }
  })
}
