import type { Signals } from './gather-signals.ts'

/** What the weights stand for. */
export const featureNames = [
  'place',
  'place-unknown',
  'apart',
  'other-building',
  'same-building',
  'other-region',
  'days',
  'another-day',
  'subject',
  'class',
  'words',
  'meaning',
  'again',
  'another',
  'elsewhere',
  'own-place',
  'meaning-alone',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Readonly<Record<FeatureName, number>>

const is = (value: boolean) => (value ? 1 : 0)

/** What stands for a likeness that cannot be taken: the middle of the pairs for tuning. */
const middle = { place: 0.5, words: 0.1, meaning: 0.5, subject: 0.5 }

/** 0 within the hour, 1 at ten hours, about 2.4 after ten days. */
const slowly = (hours: number) => Math.log10(1 + hours)

/** 0 within a day, 1 after six weeks: from when on the same again is another time. */
const laterOn = (hours: number) => Math.min(1, Math.max(0, (slowly(hours) - 1.4) / 1.6))

/** The signals as numbers of one order. */
export function featuresOf(signals: Signals): Features {
  const { place, digits, hours, person } = signals
  return {
    place: place.likeness ?? middle.place,
    'place-unknown': is(place.likeness === null),
    apart: is(place.likeness !== null && place.likeness < 0.2),
    'other-building': is(place.otherBuilding && !signals.wide),
    'same-building': is(place.sameBuilding),
    'other-region': is(place.otherRegion),
    days: slowly(hours),
    'another-day': is(hours > 48),
    subject: digits === null ? middle.subject : is(digits === 6),
    class: digits === null ? middle.subject : is(digits >= 2),
    words: signals.words ?? middle.words,
    meaning: 4 * ((signals.meaning ?? middle.meaning) - middle.meaning),
    again: signals.again,
    another: is(signals.another),
    elsewhere: is((digits ?? 0) >= 4) * Math.max(1 - (place.likeness ?? middle.place), laterOn(hours)),
    'own-place': person === null ? 0 : (place.likeness ?? 0),
    'meaning-alone': digits === 6 ? 0 : 4 * ((signals.meaning ?? middle.meaning) - middle.meaning),
  }
}
