import type { Language } from '../../core/language.ts'
import type { Mixture } from './create-classifier.ts'

/** How the evidence is weighed for the embedding models that come with the project. */
export const mixtures: Readonly<Record<Language, Mixture>> = {
  zh: { linear: 0, near: 1, lexical: 0.5, piece: 0.3, sharpness: 30 },
  en: { linear: 0, near: 1, lexical: 0.3, piece: 0, sharpness: 25 },
}

/** The chance that the department is right from which on it is named. */
export const sureFrom = 0.6
