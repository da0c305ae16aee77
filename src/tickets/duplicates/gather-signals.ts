import type { Language } from '../../core/language.ts'
import type { ComparedDemand } from './compared-demand.ts'
import { comparePlace, type PlaceSignal } from './compare-place.ts'
import { hoursBetween } from './compare-time.ts'
import { compareWords, cosine, type Rarity } from './compare-words.ts'
import { samePerson, type PersonLink } from './same-person.ts'
import { saidOpposite } from './said-opposite.ts'
import { saidAgain, saidAnother, saidWide } from './said-again.ts'

/** Turns a text into a vector of length 1; vectors of one language can be compared. */
export type Embed = (text: string, language: Language, signal: AbortSignal) => Promise<Float32Array>

/** What speaks for and against two demands being one matter. */
export interface Signals {
  person: PersonLink | null
  place: PlaceSignal
  hours: number
  /** Shared leading digits of the subject codes: 6, 4, 2 or 0; null where one has none. */
  digits: number | null
  /** Shared words, 0 … 1; null where the languages differ. */
  words: number | null
  /** Likeness of the meaning, a cosine; null where the languages differ. */
  meaning: number | null
  /** How far the later one speaks of an earlier report, 0 … 1. */
  again: number
  /** The later one says that it is about another one. */
  another: boolean
  /** One wants undone what the other wants kept. */
  opposite: boolean
  /** One of them says that it is the same for many. */
  wide: boolean
}

function sharedDigits(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null
  return [6, 4, 2].find((digits) => a.slice(0, digits) === b.slice(0, digits)) ?? 0
}

/** Looks at what two demands have in common but for what their texts mean; which was filed first does not matter. */
export function gatherOutside(one: ComparedDemand, other: ComparedDemand, rarity: Rarity): Signals {
  const [a, b] = one.filedAt <= other.filedAt ? [one, other] : [other, one]
  return {
    person: samePerson(a, b),
    place: comparePlace(a, b),
    hours: hoursBetween(a, b),
    digits: sharedDigits(a.subject, b.subject),
    words: a.language === b.language ? compareWords(a.text, b.text, rarity) : null,
    meaning: null,
    again: saidAgain(b.text),
    another: saidAnother(b.text),
    opposite: saidOpposite(a.text, b.text),
    wide: saidWide(a.text) || saidWide(b.text),
  }
}

/** Looks at all that two demands have in common. */
export async function gatherSignals(
  a: ComparedDemand,
  b: ComparedDemand,
  senses: { embed: Embed; rarity: Rarity },
  signal: AbortSignal,
): Promise<Signals> {
  const outside = gatherOutside(a, b, senses.rarity)
  if (a.language !== b.language) return outside
  const [one, other] = await Promise.all([a, b].map(({ text, language }) => senses.embed(text, language, signal)))
  return { ...outside, meaning: one === undefined || other === undefined ? null : cosine(one, other) }
}
