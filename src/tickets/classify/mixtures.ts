import type { Language } from '../../core/language.ts'
import type { Mixture } from './create-classifier.ts'

export const mixtures: Readonly<Record<Language, Mixture>> = {
  zh: { linear: 1, near: 1, lexical: 0.2, piece: 0.5, sharpness: 16 },
  en: { linear: 1, near: 1, lexical: 0.2, piece: 0.5, sharpness: 16 },
}

export const sureFrom = 0.6
