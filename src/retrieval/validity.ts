import type { Validity } from '../core/passage.ts'
import type { DocumentFacts } from './document-facts.ts'

const expiredWords = /废止|失效|作废|过期|repealed|expired|withdrawn/iu
const supersededWords = /历史版本|被替代|旧版|superseded|replaced/iu
const amendedWords = /已被修改|已被修订|已修改|已修订|amended/iu
const upcomingWords = /尚未(?:生效|施行|实施)|未(?:生效|施行|实施)|即将(?:生效|施行|实施)|upcoming|not yet in force/iu
const stillValid = /^(?:现行)?有效|未(?:废止|失效)/u

/** The days and words that decide a document's validity. */
export type ValidityFacts = Pick<
  DocumentFacts,
  'path' | 'title' | 'region' | 'effective' | 'expires' | 'published' | 'supersedes' | 'status'
>

/** True for a status word that speaks of a newer text: an older version, or one amended since. */
export const isReplacedByLabel = (status: string): boolean =>
  !stillValid.test(status) && (supersededWords.test(status) || amendedWords.test(status))

/** True for the label of a text that has been amended since. */
export const isAmendedByLabel = (status: string): boolean => !stillValid.test(status) && amendedWords.test(status)

/** Titles without book-title marks, spaces and brackets' width, so that 《某办法》 and 某办法 are one. */
const plainTitle = (title: string): string => title.normalize('NFKC').replaceAll(/[《》〈〉"“”\s]/gu, '')

/** What all versions of a text share: its title without "(2019年修正)", and its place. */
const versionKey = ({ title, region }: ValidityFacts): string =>
  `${plainTitle(title).replace(/\([^()]*(?:修正|修订|修改)[^()]*\)$/u, '')}\n${region.join('/')}`

/** The day that tells versions of one text apart; an amended text often carries the first version's day of entry into force. */
const versionDay = ({ effective, published }: ValidityFacts): string =>
  (effective ?? '') > (published ?? '') ? (effective ?? '') : (published ?? '')

/** What a document's own days, and where they are silent its label, say. Whether another replaces it is not yet asked. */
function ownValidity({ effective, expires, status }: ValidityFacts, day: string): Validity {
  const label = status ?? ''
  if (expires !== null && expires < day) return 'expired'
  if (effective !== null && effective > day) return 'upcoming'
  if (!stillValid.test(label) && expiredWords.test(label)) return 'expired'
  return effective === null && upcomingWords.test(label) ? 'upcoming' : 'in-force'
}

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
interface Successors {
  naming: readonly number[]
  newer: readonly number[]
}

function successorsOf(all: readonly ValidityFacts[]): readonly Successors[] {
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

/**
 * Whether another text stands in a document's place. One that names it, or, where its label speaks of a newer text, a newer version,
 * does so from its own first day; until then the older text stays the rule, whatever its label. With no newer text in the folder
 * "an older version" is believed, but "amended" is not: an amended rule stays in force in its amended text.
 */
function isReplaced(
  facts: ValidityFacts,
  { naming, newer }: Successors,
  own: readonly Validity[],
  state: Validity,
): boolean {
  const hasBegun = (index: number) => own[index] !== 'upcoming'
  if (naming.some(hasBegun)) return true
  const label = facts.status ?? ''
  if (state !== 'in-force' || !isReplacedByLabel(label)) return false
  return (
    newer.some(hasBegun) ||
    (supersededWords.test(label) && naming.length + newer.length === 0 && facts.expires === null)
  )
}

/**
 * Tells for every document whether it may be given as the rule on a day: `(at) => Validity[]`, in the documents' order. Days outweigh
 * status words, which are only as fresh as their page.
 */
export function createValidity(all: readonly ValidityFacts[], timeZone: string): (at: Date) => readonly Validity[] {
  // One formatter for all: each holds tens of kilobytes outside the heap. Swedish days are written as ISO ones.
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const successors = successorsOf(all)
  let last: { day: string; result: readonly Validity[] } | null = null
  return (at) => {
    const day = calendar.format(at)
    if (last?.day === day) return last.result
    const own = all.map((facts) => ownValidity(facts, day))
    const result = all.map((facts, index): Validity => {
      const state = own[index] ?? 'in-force'
      const others = successors[index] ?? { naming: [], newer: [] }
      return state !== 'expired' && isReplaced(facts, others, own, state) ? 'superseded' : state
    })
    last = { day, result }
    return result
  }
}
