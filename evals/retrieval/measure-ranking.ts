import { detectLanguage } from '../../src/core/detect-language.ts'
import { parseRegion } from '../../src/core/region.ts'
import type { Embedders } from '../../src/retrieval/embedder.ts'
import type { Ranked } from '../../src/retrieval/rank-shard.ts'
import { rankPassages } from '../../src/retrieval/retrieve.ts'
import type { Found } from '../../src/retrieval/retrieve.ts'
import type { ServingVersion } from '../../src/retrieval/serve-version.ts'
import type { RetrievalCase } from './retrieval-case.ts'

/** Ways to rank the same candidates. */
export const rankings: Readonly<Record<string, (ranked: Ranked) => number>> = {
  'lexical only': ({ lexical }) => lexical,
  'dense only': ({ sentence, whole }) => 0.6 * sentence + 0.4 * whole,
  'lexical + .6 sentence + .4 passage': ({ lexical, sentence, whole }) => lexical + 0.6 * sentence + 0.4 * whole,
  'as served': ({ score }) => score,
}

export interface Hits {
  first: number
  firstFive: number
  cases: number
}

const documentOf = (version: ServingVersion, { language, passage }: Found): string => {
  const shard = version.index.shards[language]
  return shard?.documents[shard.documentOf[passage] ?? 0]?.facts.path ?? ''
}

/** Documents in the order of their best passage. */
const documentsBy = (version: ServingVersion, found: readonly Found[], score: (ranked: Ranked) => number): string[] => [
  ...new Set([...found].sort((a, b) => score(b) - score(a)).map((one) => documentOf(version, one))),
]

/** Document hit@1 and hit@5 of every way to rank, over the same cases in one run. */
export async function measureRanking(
  cases: readonly RetrievalCase[],
  tools: { version: ServingVersion; embedders: Embedders; at: Date; signal: AbortSignal },
): Promise<Map<string, Hits>> {
  const { version, at, signal } = tools
  const hits = new Map(Object.keys(rankings).map((name) => [name, { first: 0, firstFive: 0, cases: cases.length }]))
  for (const { question, region, documents } of cases) {
    const place = region === '' ? null : parseRegion(region)
    const query = { text: question, language: detectLanguage(question), region: place, at, limit: 20 }
    const { rules } = await rankPassages(version, query, { embedders: tools.embedders, signal })
    for (const [name, score] of Object.entries(rankings)) {
      const found = documentsBy(version, rules, score)
      const hit = hits.get(name)
      if (hit === undefined) continue
      hit.first += Number(documents.includes(found[0] ?? ''))
      hit.firstFive += Number(found.slice(0, 5).some((path) => documents.includes(path)))
    }
  }
  return hits
}
