import type { Language } from '../core/language.ts'
import type { Validity } from '../core/passage.ts'
import { createValidity, findLastDays } from './validity.ts'
import type { KnowledgeIndex } from './open-index.ts'

/** The validity of a shard's documents, by position, on a day. */
export type ShardValidity = (language: Language, at: Date) => readonly Validity[]

/** The last day of a shard's documents as the rule, by position. */
export type ShardLastDays = (language: Language) => readonly (string | null)[]

/** Days are those of the place's calendar. */
export function createShardValidity(index: KnowledgeIndex, timeZone: string): ShardValidity {
  const of = (language: Language) =>
    createValidity(
      (index.shards[language]?.documents ?? []).map(({ facts }) => facts),
      timeZone,
    )
  const byLanguage = { zh: of('zh'), en: of('en') }
  return (language, at) => byLanguage[language](at)
}

/** The days are found once; they do not depend on when they are asked for. */
export function createShardLastDays(index: KnowledgeIndex): ShardLastDays {
  const of = (language: Language) => findLastDays((index.shards[language]?.documents ?? []).map(({ facts }) => facts))
  const byLanguage = { zh: of('zh'), en: of('en') }
  return (language) => byLanguage[language]
}
