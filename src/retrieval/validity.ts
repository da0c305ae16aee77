import type { Validity } from '../core/passage.ts'
import type { DocumentFacts } from './document-facts.ts'

const expiredWords = /废止|失效|作废|过期|repealed|expired|withdrawn/iu
const supersededWords = /历史版本|已被修改|已被修订|已修改|已修订|被替代|旧版|superseded|replaced/iu
const upcomingWords = /尚未(?:生效|施行|实施)|未(?:生效|施行|实施)|即将(?:生效|施行|实施)|upcoming|not yet in force/iu
const stillValid = /^(?:现行)?有效|未(?:废止|失效)/u

/** The days and words that decide a document's validity. */
export type ValidityFacts = Pick<
  DocumentFacts,
  'path' | 'title' | 'effective' | 'expires' | 'supersedes' | 'status' | 'published'
>

/** Titles without book-title marks, spaces and brackets' width, so that 《某办法》 and 某办法 are one. */
const plainTitle = (title: string): string => title.normalize('NFKC').replaceAll(/[《》〈〉"“”\s]/gu, '')

function ownValidity(facts: ValidityFacts, day: string): Validity {
  const status = facts.status ?? ''
  if (facts.expires !== null && facts.expires < day) return 'expired'
  if (!stillValid.test(status)) {
    if (expiredWords.test(status)) return 'expired'
    if (supersededWords.test(status)) return 'superseded'
  }
  if (facts.effective !== null) return facts.effective > day ? 'upcoming' : 'in-force'
  return upcomingWords.test(status) ? 'upcoming' : 'in-force'
}

/** The documents that each document replaces, as indexes: named by path (from anywhere in the folder) or by title. */
function replacedBy(all: readonly ValidityFacts[]): number[][] {
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

/**
 * Tells for every document whether it may be given as the rule on a day: `(at) => Validity[]`, in the documents' order. A document is
 * superseded from the day on which one that names it is in force; a date outweighs a status word, which is only as fresh as its page.
 */
export function createValidity(all: readonly ValidityFacts[], timeZone: string): (at: Date) => readonly Validity[] {
  // One formatter for all: each holds tens of kilobytes outside the heap. Swedish days are written as ISO ones.
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const replaces = replacedBy(all)
  let last: { day: string; result: readonly Validity[] } | null = null
  return (at) => {
    const day = calendar.format(at)
    if (last?.day === day) return last.result
    const result = all.map((facts) => ownValidity(facts, day))
    const own = [...result]
    replaces.forEach((olds, index) => {
      if (own[index] === 'upcoming') return
      for (const old of olds) if (own[old] === 'in-force' || own[old] === 'upcoming') result[old] = 'superseded'
    })
    last = { day, result }
    return result
  }
}
