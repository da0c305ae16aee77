import { languages } from '../core/language.ts'
import type { Language } from '../core/language.ts'
import type { Region } from '../core/region.ts'
import type { Retrieval, RetrievalQuery } from '../core/retriever.ts'
import type { Embedders } from './embedder.ts'
import { queryTerms } from './query-terms.ts'
import { rankShard } from './rank-shard.ts'
import type { Ranked } from './rank-shard.ts'
import type { Shard } from './open-shard.ts'
import type { ServingVersion } from './serve-version.ts'
import { toPassage } from './to-passage.ts'

/** Asides are a hint beside an answer: few, and only what fits nearly as well as the best passage. */
const mostAsides = 3
const asideShare = 0.9

/** What a reading other than the asker's own wording starts behind; .02 to .05 gave the same on several sets of questions. */
const handicap = 0.03

/** Passages of one document that stand before those of others: of the best one, and of each other. */
const mostOfBest = 6
const mostOfOther = 4

export interface RetrieveTools {
  embedders: Embedders
  signal: AbortSignal
}

export type Found = Ranked & { language: Language }

interface Hits {
  rules: readonly Found[]
  others: readonly Found[]
}

/** The question's language where there are documents in it, else the one there are documents in. */
const languageToSearch = ({ index }: ServingVersion, asked: Language): Language =>
  index.shards[asked] === undefined
    ? (languages.find((language) => index.shards[language] !== undefined) ?? asked)
    : asked

/** What a rule of the very place that was named is ahead of a wider one's: about as much as tells two good documents apart. */
const localBonus = 0.08

/** Moves the rules of the named place itself up. */
function localFirst(shard: Shard, ranked: readonly Ranked[], region: Region | null): Ranked[] {
  const place = region?.at(-1)
  const isLocal = ({ passage }: Ranked) =>
    place !== undefined && shard.documents[shard.documentOf[passage] ?? 0]?.facts.region.at(-1) === place
  return ranked
    .map((one) => (isLocal(one) ? { ...one, score: one.score + localBonus } : one))
    .sort((a, b) => b.score - a.score)
}

/** Ranks what may be given as the rule, and beside it what would fit but may not. */
export async function rankPassages(
  version: ServingVersion,
  query: RetrievalQuery,
  { embedders, signal }: RetrieveTools,
): Promise<Hits> {
  const { readings, wasPinyin } = version.readQuestion(query.text)
  const language = languageToSearch(version, wasPinyin ? 'zh' : query.language)
  const shard = version.index.shards[language]
  if (shard === undefined) return { rules: [], others: [] }
  const queries = await Promise.all(
    readings.map(async (text, index) => ({
      terms: queryTerms(text),
      vector: await embedders[language].embed(text, signal),
      handicap: index === 0 ? 0 : handicap,
    })),
  )
  const usable = version.usableDocuments(language, query.region, query.at)
  const isRule = (passage: number) => usable[shard.documentOf[passage] ?? 0] === true
  const { rules: fitting, others } = rankShard(shard, queries, isRule)
  const rules = query.local === true ? localFirst(shard, fitting, query.region) : fitting
  const named = (list: readonly Ranked[]) => list.map((ranked) => ({ ...ranked, language }))
  return { rules: named(rules), others: named(others) }
}

/** The best passages, but few of any one document while others are left: twenty of one would hide the next best documents. */
function spread(version: ServingVersion, found: readonly Found[], limit: number): Found[] {
  const taken = new Map<string, number>()
  const early: Found[] = []
  const late: Found[] = []
  const documentOf = ({ language, passage }: Found) => version.index.shards[language]?.documentOf[passage]
  for (const one of found) {
    const key = `${one.language} ${documentOf(one)}`
    const most = found[0] !== undefined && documentOf(found[0]) === documentOf(one) ? mostOfBest : mostOfOther
    const count = (taken.get(key) ?? 0) + 1
    taken.set(key, count)
    ;(count <= most ? early : late).push(one)
  }
  return [...early, ...late].slice(0, limit).sort((a, b) => b.score - a.score)
}

/** Answers a query from one version of the knowledge: filtered by validity and place first, ranked after. */
export async function retrieve(
  version: ServingVersion,
  query: RetrievalQuery,
  tools: RetrieveTools,
): Promise<Retrieval> {
  const { rules, others } = await rankPassages(version, query, tools)
  const best = rules[0]?.score ?? 0
  const asides = others.filter(({ score }) => score >= asideShare * best).slice(0, mostAsides)
  const passages = (list: readonly Found[]) => list.flatMap((found) => toPassage(version, found, query.at))
  return {
    passages: passages(spread(version, rules, query.limit)),
    asides: passages(asides),
    match: {
      lexical: rules.reduce((most, { lexical }) => Math.max(most, lexical), 0),
      semantic: rules.reduce((most, { sentence }) => Math.max(most, sentence), -1),
    },
  }
}
