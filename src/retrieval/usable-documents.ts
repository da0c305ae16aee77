import type { Language } from '../core/language.ts'
import { relateRegion } from '../core/region.ts'
import type { Region } from '../core/region.ts'
import type { KnowledgeIndex } from './open-index.ts'
import type { ShardValidity } from './shard-validity.ts'

/** Which of a language's documents may be given as the rule, by position: in force on the day, and not another place's. */
export type UsableDocuments = (language: Language, region: Region | null, at: Date) => readonly boolean[]

/** Places remembered: a service is asked about few, and relating every document to one takes longer than the search. */
const remembered = 200

export function createUsableDocuments(index: KnowledgeIndex, validity: ShardValidity): UsableDocuments {
  const fitting = new Map<string, readonly boolean[]>()
  const documentsOf = (language: Language) => index.shards[language]?.documents ?? []
  const fits = (language: Language, region: Region): readonly boolean[] => {
    const key = JSON.stringify([language, ...region])
    const known = fitting.get(key)
    if (known !== undefined) return known
    if (fitting.size >= remembered) fitting.clear()
    const made = documentsOf(language).map(({ facts }) => relateRegion(facts.region, region) !== 'elsewhere')
    fitting.set(key, made)
    return made
  }
  return (language, region, at) => {
    const states = validity(language, at)
    const here = region === null ? null : fits(language, region)
    return states.map((state, position) => state === 'in-force' && (here === null || here[position] === true))
  }
}
