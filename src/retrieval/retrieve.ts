import type { Language } from '../core/language.ts'
import type { Passage } from '../core/passage.ts'
import type { Retrieval, RetrievalQuery } from '../core/retriever.ts'
import { relateRegion } from '../core/region.ts'
import type { Embedders } from './embedder.ts'
import type { KnowledgeIndex } from './open-index.ts'
import type { Shard } from './open-shard.ts'
import { queryTerms } from './query-terms.ts'
import { rankShard } from './rank-shard.ts'
import type { Ranked, ShardQuery } from './rank-shard.ts'
import { scoreUnits } from './score-units.ts'
import type { ShardValidity } from './shard-validity.ts'

/** Asides are a hint beside an answer: few, and only what fits nearly as well as the best passage. */
const mostAsides = 3
const asideShare = 0.9

type Found = Ranked & { shard: Shard; language: Language; query: ShardQuery }

const toPassage = ({ shard, passage, score, query, language }: Found, validity: ShardValidity, at: Date): Passage[] => {
  const position = shard.documentOf[passage] ?? 0
  const document = shard.documents[position]
  const own = shard.passages[passage]
  if (document === undefined || own === undefined) return []
  const { facts } = document
  const neighbour = (index: number) => (shard.documentOf[index] === position ? (shard.passages[index]?.text ?? '') : '')
  return [
    {
      id: own.id,
      document: facts.path,
      title: facts.title,
      issuer: facts.issuer,
      section: own.section,
      text: own.text,
      units: scoreUnits(shard, passage, query),
      before: neighbour(passage - 1),
      after: neighbour(passage + 1),
      score,
      validity: validity(language, at)[position] ?? 'in-force',
      effective: facts.effective,
      expires: facts.expires,
      region: facts.region,
      url: facts.url,
    },
  ]
}

/** Looks up one shard: what may be given as the rule, and beside it what would fit but may not. */
async function searchShard(
  index: KnowledgeIndex,
  language: Language,
  query: RetrievalQuery,
  tools: { embedders: Embedders; validity: ShardValidity; signal: AbortSignal },
): Promise<{ rules: Found[]; others: Found[] }> {
  const shard = index.shards[language]
  if (shard === undefined) return { rules: [], others: [] }
  const vector = await tools.embedders[language].embed(query.text, tools.signal)
  const states = tools.validity(language, query.at)
  const usable = shard.documents.map(
    ({ facts }, position) =>
      states[position] === 'in-force' &&
      (query.region === null || relateRegion(facts.region, query.region) !== 'elsewhere'),
  )
  const ofRule = (passage: number) => usable[shard.documentOf[passage] ?? 0] === true
  const shardQuery = { terms: queryTerms(query.text), vector }
  const found = (ranked: Ranked): Found => ({ ...ranked, shard, language, query: shardQuery })
  const mixed = usable.includes(false)
  return {
    rules: rankShard(shard, shardQuery, ofRule, mixed).map(found),
    others: mixed ? rankShard(shard, shardQuery, (passage) => !ofRule(passage), true).map(found) : [],
  }
}

/** Answers a query from one version of the knowledge: filtered by validity and place first, ranked after. */
export async function retrieve(
  index: KnowledgeIndex,
  query: RetrievalQuery,
  tools: { embedders: Embedders; validity: ShardValidity; signal: AbortSignal },
): Promise<Retrieval> {
  const { rules, others } = await searchShard(index, query.language, query, tools)
  const best = rules[0]?.score ?? 0
  const asides = others.filter(({ score }) => score >= asideShare * best).slice(0, mostAsides)
  const passages = (list: readonly Found[]) => list.flatMap((found) => toPassage(found, tools.validity, query.at))
  return {
    passages: passages(rules.slice(0, query.limit)),
    asides: passages(asides),
    match: {
      lexical: rules.reduce((most, { lexical }) => Math.max(most, lexical), 0),
      semantic: rules.reduce((most, { sentence }) => Math.max(most, sentence), -1),
    },
  }
}
