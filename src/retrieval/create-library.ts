import type { Language } from '../core/language.ts'
import type { Library } from '../core/retriever.ts'
import { formatRegion } from '../core/region.ts'
import type { KnowledgeIndex } from './open-index.ts'
import { suggestQuestions } from './suggest-questions.ts'
import type { ShardValidity } from './shard-validity.ts'

/** The documents behind the passages of one version. */
export function createLibrary(index: KnowledgeIndex, validity: ShardValidity): Library {
  const shards = Object.entries(index.shards)
  const entries = shards.flatMap(([language, shard]) =>
    shard.documents.map((entry, position) => ({ entry, position, language: language as Language })),
  )
  const byPath = new Map(entries.map((found) => [found.entry.facts.path, found]))
  const regions = [
    ...new Map(entries.map(({ entry }) => [formatRegion(entry.facts.region), entry.facts.region])).values(),
  ]
  return {
    document(path, at) {
      const found = byPath.get(path)
      if (found === undefined) return null
      const { title, issuer, region, effective, expires, url } = found.entry.facts
      return {
        document: path,
        title,
        issuer,
        region,
        effective,
        expires,
        url,
        validity: validity(found.language, at)[found.position] ?? 'in-force',
        passages: found.entry.passages.map(({ id, section, text }) => ({ id, section, text })),
      }
    },
    regions: () => regions,
    suggestions: (language, region) => suggestQuestions(index, validity, language, region),
  }
}
