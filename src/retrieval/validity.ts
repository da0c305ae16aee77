import type { Validity } from '../core/passage.ts'
import { findSuccessors, type Successors, type ValidityFacts } from './successors.ts'

const expiredWords = /废止|失效|作废|过期|repealed|expired|withdrawn/iu
const supersededWords = /历史版本|被替代|旧版|superseded|replaced/iu
const amendedWords = /已被修改|已被修订|已修改|已修订|amended/iu
const upcomingWords = /尚未(?:生效|施行|实施)|未(?:生效|施行|实施)|即将(?:生效|施行|实施)|upcoming|not yet in force/iu
const stillValid = /^(?:现行)?有效|未(?:废止|失效)/u

/** True for a status word that speaks of a newer text: an older version, or one amended since. */
export const isReplacedByLabel = (status: string): boolean =>
  !stillValid.test(status) && (supersededWords.test(status) || amendedWords.test(status))

/** True for the label of a text that has been amended since. */
export const isAmendedByLabel = (status: string): boolean => !stillValid.test(status) && amendedWords.test(status)

/** What a document's own days, and where they are silent its label, say. Whether another replaces it is not yet asked. */
function ownValidity({ effective, expires, status }: ValidityFacts, day: string): Validity {
  const label = status ?? ''
  if (expires !== null && expires < day) return 'expired'
  if (effective !== null && effective > day) return 'upcoming'
  if (!stillValid.test(label) && expiredWords.test(label)) return 'expired'
  return effective === null && upcomingWords.test(label) ? 'upcoming' : 'in-force'
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
  const successors = findSuccessors(all)
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

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** The last day of each document as the rule: its own, else the day before the first one that takes its place; null where none is known. */
export function findLastDays(all: readonly ValidityFacts[]): readonly (string | null)[] {
  const successors = findSuccessors(all)
  return all.map(({ expires, status }, index) => {
    const { naming, newer } = successors[index] ?? { naming: [], newer: [] }
    const days = [...naming, ...(isReplacedByLabel(status ?? '') ? newer : [])].flatMap(
      (young) => all[young]?.effective ?? [],
    )
    const [first] = days.sort()
    return expires ?? (first === undefined ? null : dayBefore(first))
  })
}
