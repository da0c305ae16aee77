import type { FeatureName } from './features.ts'

/** A logistic model: a constant and what each feature adds to it. */
export type Weights = Readonly<Partial<Record<FeatureName, number>> & { constant: number }>

/**
 * Fitted by evals/duplicates/fit-weights.ts to the pairs that are for tuning, with the embedding models that come with the project. Of
 * one person's demands place decides little there, hence 0: see `mayJoinUnasked` for what is asked besides.
 */
export const weights: Readonly<Record<'repeat' | 'incident' | 'related', Weights>> = {
  repeat: {
    constant: -1.72,
    'place-unknown': 0.08,
    days: -0.2,
    subject: 1.22,
    class: 0.72,
    words: 0.33,
    meaning: 1.1,
    again: 3.25,
    another: -1.31,
  },
  incident: {
    constant: -2,
    place: 1.69,
    'place-unknown': -0.85,
    apart: -2.64,
    'other-building': -1.27,
    'other-region': -1.23,
    days: -3.11,
    'another-day': -0.36,
    subject: 3.11,
    meaning: 0.52,
    'meaning-alone': 0.94,
  },
  related: {
    constant: -3.65,
    elsewhere: 3.42,
    'other-building': -0.49,
    days: 0.26,
    subject: 1.8,
    class: 0.25,
    words: 0.09,
    meaning: 1.44,
    'own-place': 3.79,
  },
}
