import type { Unit } from '../core/passage.ts'
import { cosineWith } from './byte-vectors.ts'
import type { WeightedTerms } from './lexical-index.ts'
import { sentencesOf } from './document-entry.ts'
import type { Shard } from './open-shard.ts'
import type { ShardQuery } from './rank-shard.ts'
import { termsOf } from './terms.ts'

/** Share of the query's idf that stands in a text, 0 … 1. */
function termShare(shard: Shard, text: string, terms: WeightedTerms): number {
  const here = new Set(termsOf(text))
  let found = 0
  let all = 0
  for (const [term, weight] of terms) {
    const idf = shard.lexical.passages.idf(term) * weight
    all += idf
    if (here.has(term)) found += idf
  }
  return all === 0 ? 0 : found / all
}

/** Scores a passage's units for the query: the share of the query's words in the unit with its lead, and its best sentence's cosine. */
export function scoreUnits(shard: Shard, passage: number, query: ShardQuery): Unit[] {
  let row = shard.firstSentence[passage] ?? 0
  const units = shard.passages[passage]?.units ?? []
  const { facts } = shard.documents[shard.documentOf[passage] ?? 0] ?? { facts: { title: '' } }
  const about = [facts.title, ...(shard.passages[passage]?.section ?? [])].join('\n')
  return units.map((unit) => {
    const sentences = sentencesOf(unit).map((text) => ({
      text,
      score: cosineWith(shard.vectors.sentences, row++, query.vector),
    }))
    const cosine = Math.max(-1, ...sentences.map(({ score }) => score))
    return {
      ...unit,
      sentences,
      score: termShare(shard, `${about}\n${unit.lead ?? ''}\n${unit.text}`, query.terms) + cosine,
    }
  })
}
