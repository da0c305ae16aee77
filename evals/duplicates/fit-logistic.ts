import type { FeatureName, Features } from '../../src/tickets/duplicates/features.ts'
import type { Weights } from '../../src/tickets/duplicates/weights.ts'

export interface Example {
  features: Features
  true: boolean
}

/** What a model may look at, and to which side each may pull: a sign that few pairs suggest against all sense is not learned. */
export type Looks = Readonly<Partial<Record<FeatureName, 'for' | 'against' | 'either'>>>

const steps = 4_000
const rate = 0.3

function held(weight: number, side: 'for' | 'against' | 'either' | undefined): number {
  if (side === 'for') return Math.max(0, weight)
  return side === 'against' ? Math.min(0, weight) : weight
}

/** Logistic regression by gradient descent; `penalty` holds the weights small, but not the constant. */
export function fitLogistic(examples: readonly Example[], looks: Looks, penalty: number): Weights {
  const names = Object.keys(looks) as FeatureName[]
  const rows = examples.map(({ features }) => [1, ...names.map((name) => features[name])])
  const weights = new Float64Array(names.length + 1)
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : (penalty * weight) / rows.length))
    rows.forEach((row, index) => {
      const sum = row.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0)
      const error = 1 / (1 + Math.exp(-sum)) - (examples[index]?.true === true ? 1 : 0)
      row.forEach((value, at) => (slope[at] = (slope[at] ?? 0) + (error * value) / rows.length))
    })
    weights.forEach((weight, at) => {
      const name = names[at - 1]
      weights[at] = held(weight - rate * (slope[at] ?? 0), name === undefined ? 'either' : looks[name])
    })
  }
  return {
    ...Object.fromEntries(names.map((name, at) => [name, weights[at + 1] ?? 0])),
    constant: weights[0] ?? 0,
  }
}
