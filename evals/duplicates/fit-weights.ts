import { featuresOf, type FeatureName } from '../../src/tickets/duplicates/features.ts'
import { judgePair, type PairWeights } from '../../src/tickets/duplicates/judge-pair.ts'
import { fitLogistic, type Looks } from './fit-logistic.ts'
import { readSignals, type SeenPair } from './read-signals.ts'

/** What each decision looks at: chosen by what it can depend on, not by trying all. */
const looksAt: Readonly<Record<keyof PairWeights, Looks>> = {
  repeat: {
    place: 'for',
    'place-unknown': 'either',
    days: 'against',
    subject: 'for',
    class: 'for',
    words: 'for',
    meaning: 'for',
    again: 'for',
    another: 'against',
  },
  incident: {
    place: 'for',
    'place-unknown': 'either',
    apart: 'against',
    'other-building': 'against',
    'other-region': 'against',
    days: 'against',
    'another-day': 'against',
    subject: 'for',
    class: 'for',
    words: 'for',
    meaning: 'for',
    'meaning-alone': 'for',
  },
  related: {
    elsewhere: 'for',
    'other-building': 'either',
    days: 'either',
    subject: 'for',
    class: 'for',
    words: 'for',
    meaning: 'for',
    'own-place': 'for',
  },
}

const penalties = [0.1, 0.3, 1]
const folds = 10

function fitAll(pairs: readonly SeenPair[], penalty: number, without: readonly FeatureName[]): PairWeights {
  const fit = (which: keyof PairWeights, belongs: (pair: SeenPair) => boolean) =>
    fitLogistic(
      pairs.filter(belongs).map(({ case: given, signals }) => ({
        features: featuresOf(signals),
        true: given.expect === which,
      })),
      Object.fromEntries(Object.entries(looksAt[which]).filter(([name]) => !without.some((one) => one === name))),
      penalty,
    )
  return {
    repeat: fit('repeat', ({ signals }) => signals.person !== null),
    incident: fit('incident', ({ signals }) => signals.person === null),
    related: fit('related', ({ case: given }) => given.expect === 'related' || given.expect === 'different'),
  }
}

/** Judges each pair with weights that were fitted without it and its fold. */
function crossValidate(pairs: readonly SeenPair[], penalty: number, without: readonly FeatureName[]) {
  let [right, loss, wrongJoins, missedJoins] = [0, 0, 0, 0]
  for (let fold = 0; fold < folds; fold += 1) {
    const weights = fitAll(
      pairs.filter((_, index) => index % folds !== fold),
      penalty,
      without,
    )
    for (const { case: given, signals } of pairs.filter((_, index) => index % folds === fold)) {
      const { answer, joins } = judgePair(signals, weights)
      const isJoin = given.expect === 'repeat' || given.expect === 'incident'
      if (answer === given.expect) right += 1
      if (joins >= 0.5 && !isJoin) wrongJoins += 1
      if (joins < 0.5 && isJoin) missedJoins += 1
      loss -= Math.log(Math.max(1e-6, isJoin ? joins : 1 - joins))
    }
  }
  return `${right} of ${pairs.length} right, ${wrongJoins} joined wrongly, ${missedJoins} not joined, loss ${(loss / pairs.length).toFixed(3)}`
}

/** Prints weights for src/tickets/duplicates/weights.ts and what each signal is worth. Uses the pairs for tuning alone. */
const pairs = (await readSignals()).filter(({ case: given }) => !given.heldOut)
const trials: Readonly<Record<string, readonly FeatureName[]>> = {
  all: [],
  'without meaning': ['meaning', 'meaning-alone'],
  'without words': ['words'],
  'without words and meaning': ['words', 'meaning', 'meaning-alone'],
  'without place': ['place', 'place-unknown', 'apart', 'other-building', 'other-region'],
  'without time': ['days', 'another-day'],
  'without subject': ['subject', 'class'],
  'without again, another': ['again', 'another'],
}
for (const penalty of penalties) console.log(`penalty ${penalty}: ${crossValidate(pairs, penalty, [])}`)
for (const [name, without] of Object.entries(trials)) console.log(`${name}: ${crossValidate(pairs, 0.3, without)}`)
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)
console.log(JSON.stringify(fitAll(pairs, 0.3, []), rounded, 2))
