import type { Language } from '../../core/language.ts'
import type { Mixture } from './mix-evidence.ts'

/** How the evidence is weighed for the embedding models that come with the project (evals/dispatch/measure-mixtures.ts). */
export const mixtures: Readonly<Record<Language, Mixture>> = {
  zh: { lexical: 0.7, piece: 0.35, sharpness: 45 },
  en: { lexical: 0.7, piece: 0.4, sharpness: 20 },
}

/** The chance that the department is right from which on it is named. */
export const sureFrom = 0.62
