import { featuresOf, type FeatureName, type Features } from './features.ts'
import type { Signals } from './gather-signals.ts'
import { reasonsFor, type Reason } from './reasons.ts'
import { weights as fitted, type Weights } from './weights.ts'

/**
 * How two demands stand to each other. `repeat`: one person, one matter; `incident`: different people, one event; `related`: the same kind
 * of matter elsewhere or at another time, or one person's other matter at the same place.
 */
export type PairAnswer = 'repeat' | 'incident' | 'related' | 'different'

export interface PairJudgement {
  answer: PairAnswer
  /** The chance that the answer is right, 0 … 1. */
  score: number
  /** The chance that both are one matter: what a join is decided by. */
  joins: number
  reasons: readonly Reason[]
}

export type PairWeights = Readonly<Record<'repeat' | 'incident' | 'related', Weights>>

/** The chance that a logistic model gives. */
export const chanceOf = ({ constant, ...weights }: Weights, features: Features): number => {
  const names = Object.keys(weights) as FeatureName[]
  const sum = names.reduce((total, name) => total + (weights[name] ?? 0) * features[name], constant)
  return 1 / (1 + Math.exp(-sum))
}

/** Judges a pair by its signals. Demands of different people are never a repeat, those of one person never an incident. */
export function judgePair(signals: Signals, weights: PairWeights = fitted): PairJudgement {
  const features = featuresOf(signals)
  const join = signals.person === null ? 'incident' : 'repeat'
  const joins = chanceOf(weights[join], features)
  const related = (1 - joins) * chanceOf(weights.related, features)
  const chances: readonly (readonly [PairAnswer, number])[] = [
    [join, joins],
    ['related', related],
    ['different', 1 - joins - related],
  ]
  const [answer, score] = chances.reduce((best, one) => (one[1] > best[1] ? one : best))
  return { answer, score, joins, reasons: reasonsFor(signals) }
}
