import { parse } from 'yaml'
import { z } from 'zod'
import { normalize } from './normalize.ts'

/** Ways in which people say a thing, and the word that documents use for it. */
export interface Synonym {
  said: string
  means: string
}

const file = z.record(z.string().min(1), z.array(z.union([z.string(), z.number()]).transform(String)).min(1))

/** Reads a synonyms file: YAML, the documents' word → the list of what people say instead. Throws where it has another form. */
export const parseSynonyms = (text: string): Synonym[] =>
  Object.entries(file.parse(parse(text))).flatMap(([means, list]) =>
    list.map((said) => ({ said: normalize(said), means: normalize(means) })),
  )

/** Replaces what people say by what documents say, the longest wording first, each place once; null where nothing is said so. */
export function createSynonymRewriter(synonyms: readonly Synonym[]): (text: string) => string | null {
  const meanings = new Map(synonyms.map(({ said, means }) => [said, means]))
  if (meanings.size === 0) return () => null
  const escaped = [...meanings.keys()]
    .sort((a, b) => b.length - a.length)
    .map((said) => {
      const plain = said.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
      return /^[a-z0-9 ]+$/u.test(said) ? `(?<![a-z0-9])${plain}(?![a-z0-9])` : plain
    })
  const pattern = new RegExp(escaped.join('|'), 'gu')
  return (text) => {
    const rewritten = text.replaceAll(pattern, (said, at: number) => {
      const means = meanings.get(said) ?? said
      // 医保卡 must not turn into 基本医疗保险保卡: a wording that stands inside the official word already is left alone.
      const inside =
        means.includes(said) && text.slice(Math.max(0, at - means.length), at + means.length).includes(means)
      return inside ? said : means
    })
    return rewritten === text ? null : rewritten
  }
}
