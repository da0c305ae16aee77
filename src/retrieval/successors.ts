import type { DocumentFacts } from './document-facts.ts'

/** The days and words that decide a document's validity. */
export type ValidityFacts = Pick<
  DocumentFacts,
  'path' | 'title' | 'region' | 'effective' | 'expires' | 'published' | 'supersedes' | 'status'
>

/** Titles without book-title marks, spaces and brackets' width, so that 《某办法》 and 某办法 are one. */
const plainTitle = (title: string): string => title.normalize('NFKC').replaceAll(/[《》〈〉"“”\s]/gu, '')

/** What all versions of a text share: its title without "(2019年修正)", and its place. */
const versionKey = ({ title, region }: ValidityFacts): string =>
  `${plainTitle(title).replace(/\([^()]*(?:修正|修订|修改)[^()]*\)$/u, '')}\n${region.join('/')}`

/** The day that tells versions of one text apart; an amended text often carries the first version's day of entry into force. */
const versionDay = ({ effective, published }: ValidityFacts): string =>
  (effective ?? '') > (published ?? '') ? (effective ?? '') : (published ?? '')

/** For each document those that it names as replaced, as indexes: by path (from anywhere in the folder) or by title. */
function namedBy(all: readonly ValidityFacts[]): number[][] {
  const byTitle = new Map<string, number[]>()
  all.forEach(({ title }, index) => {
    const key = plainTitle(title)
    byTitle.set(key, [...(byTitle.get(key) ?? []), index])
  })
  const named = (name: string, from: number): number[] => {
    const path = name.replace(/^\.?\//u, '')
    const byPath = all.flatMap((other, index) =>
      other.path === path || (path.includes('.') && other.path.endsWith(`/${path}`)) ? [index] : [],
    )
    const found = byPath.length > 0 ? byPath : (byTitle.get(plainTitle(name)) ?? [])
    return found.filter((index) => index !== from && isOlder(all[index], all[from]))
  }
  return all.map((facts, index) => facts.supersedes.flatMap((name) => named(name, index)))
}

/** A document of the same title can only replace an older one; with no day on either side the naming alone decides. */
function isOlder(old: ValidityFacts | undefined, young: ValidityFacts | undefined): boolean {
  const before = old?.effective ?? old?.published ?? null
  const after = young?.effective ?? young?.published ?? null
  return before === null || after === null || before <= after
}

/** For each document the ones that take its place: those that name it, and newer versions of the same text. */
export interface Successors {
  naming: readonly number[]
  newer: readonly number[]
}

export function findSuccessors(all: readonly ValidityFacts[]): readonly Successors[] {
  const naming = all.map((): number[] => [])
  namedBy(all).forEach((olds, young) => olds.forEach((old) => naming[old]?.push(young)))
  const versions = new Map<string, number[]>()
  all.forEach((facts, index) => {
    const key = versionKey(facts)
    versions.set(key, [...(versions.get(key) ?? []), index])
  })
  return all.map((facts, index) => ({
    naming: naming[index] ?? [],
    newer: (versions.get(versionKey(facts)) ?? []).filter((other) => {
      const young = all[other]
      return young !== undefined && versionDay(young) > versionDay(facts)
    }),
  }))
}
