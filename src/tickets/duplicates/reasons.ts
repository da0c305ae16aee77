import type { Signals } from './gather-signals.ts'
import type { PersonLink } from './same-person.ts'

/**
 * Why two demands are or are not taken for one, for a person to check. `speaks` says for which side; a reason holds measures only and
 * nothing that either person said or left to be reached by.
 */
export type Reason = { speaks: 'for' | 'against' } & (
  | { kind: 'person'; by: PersonLink | null }
  | { kind: 'place'; likeness: number; metres: number | null }
  | { kind: 'building' }
  | { kind: 'region' }
  | { kind: 'time'; hours: number }
  | { kind: 'subject'; digits: number }
  | { kind: 'words'; likeness: number }
  | { kind: 'meaning'; likeness: number }
  | { kind: 'said-again' }
  | { kind: 'said-another' }
  | { kind: 'said-opposite' }
)

const round = (value: number) => Math.round(value * 100) / 100
/** Below the first it speaks against, from the second on for it; between them it says nothing. */
const bounds = { place: [0.35, 0.6], words: [0.03, 0.2], meaning: [0.42, 0.6] } as const
const near = 24
const far = 14 * 24

const side = (value: number, [low, high]: readonly [number, number]): 'for' | 'against' | null =>
  value >= high ? 'for' : value < low ? 'against' : null

function placeReasons({ place }: Signals): Reason[] {
  const reasons: Reason[] = []
  const speaks = place.likeness === null ? null : side(place.likeness, bounds.place)
  if (speaks !== null)
    reasons.push({
      kind: 'place',
      speaks,
      likeness: round(place.likeness ?? 0),
      metres: place.metres === null ? null : Math.round(place.metres),
    })
  if (place.otherBuilding) reasons.push({ kind: 'building', speaks: 'against' })
  if (place.sameBuilding) reasons.push({ kind: 'building', speaks: 'for' })
  if (place.otherRegion) reasons.push({ kind: 'region', speaks: 'against' })
  return reasons
}

function textReasons({ words, meaning, again, another, opposite }: Signals): Reason[] {
  const reasons: Reason[] = []
  for (const [kind, value] of [['words', words] as const, ['meaning', meaning] as const]) {
    const speaks = value === null ? null : side(value, bounds[kind])
    if (value !== null && speaks !== null) reasons.push({ kind, speaks, likeness: round(value) })
  }
  if (again > 0) reasons.push({ kind: 'said-again', speaks: 'for' })
  if (another) reasons.push({ kind: 'said-another', speaks: 'against' })
  if (opposite) reasons.push({ kind: 'said-opposite', speaks: 'against' })
  return reasons
}

/** Writes down what was seen, in the order in which a person would check it. */
export function reasonsFor(signals: Signals): Reason[] {
  const { person, hours, digits } = signals
  const reasons: Reason[] = []
  if (person !== null) reasons.push({ kind: 'person', speaks: 'for', by: person })
  reasons.push(...placeReasons(signals))
  if (hours <= near || hours > far)
    reasons.push({ kind: 'time', speaks: hours <= near ? 'for' : 'against', hours: Math.round(hours) })
  if (digits !== null && digits !== 2) reasons.push({ kind: 'subject', speaks: digits > 2 ? 'for' : 'against', digits })
  return [...reasons, ...textReasons(signals)]
}
