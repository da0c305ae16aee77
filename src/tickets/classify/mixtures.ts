import type { Language } from '../../core/language.ts'
import type { Mixture } from './mix-evidence.ts'

/** How the evidence is weighed for the embedding models that come with the project (evals/dispatch/measure-mixtures.ts). */
export const mixtures: Readonly<Record<Language, Mixture>> = {
  zh: { linear: 0.5, near: 1, lexical: 0.2, piece: 0.25, sharpness: 40 },
  en: { linear: 1, near: 1, lexical: 0.2, piece: 0, sharpness: 22 },
}

/** The chance that the department is right from which on it is named. */
export const sureFrom = 0.7
