import type { Language } from '../../core/language.ts'
import type { Mixture } from './mix-evidence.ts'

/** How the evidence is weighed for the embedding models that come with the project (evals/dispatch/measure-mixtures.ts). */
export const mixtures: Readonly<Record<Language, Mixture>> = {
  zh: { linear: 1, near: 1, lexical: 0.5, piece: 0.5, sharpness: 32 },
  en: { linear: 1, near: 1, lexical: 0.5, piece: 0.3, sharpness: 20 },
}

/** The chance that the department is right from which on it is named. */
export const sureFrom = 0.6
