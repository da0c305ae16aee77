import type { Signals } from './gather-signals.ts'
import type { PairJudgement } from './judge-pair.ts'

/** From here on a join is suggested to a person. */
export const suggestFrom = 0.5
/** From here on it is made without asking; it can be undone. */
export const joinFrom = 0.85

/** The least likeness of meaning where the classes differ, a cosine. */
const sameMeaning = 0.55
/** Hours after which the same again is another time, unless it speaks of the report before. */
const fortnight = 14 * 24

/** Something says that they are two, whatever they have in common: one person may complain of two lamps in the same words. */
function saysTwo({ place, another, opposite, hours, again, person }: Signals): boolean {
  if (another || opposite || place.otherRegion) return true
  if (place.likeness !== null && place.likeness < 0.5) return true
  if (hours > fortnight && again < 1) return true
  return person === null && (place.likeness === null || place.otherBuilding)
}

/**
 * Whether two demands are joined without asking. Besides a high chance the class has to speak for it, or both the meaning and a known place;
 * and nothing may say that they are two.
 */
export function mayJoinUnasked(signals: Signals, { joins }: PairJudgement): boolean {
  if (joins < joinFrom || saysTwo(signals)) return false
  const { place, digits, meaning } = signals
  if (digits !== null && digits >= 4) return true
  return place.likeness !== null && meaning !== null && meaning >= sameMeaning
}
