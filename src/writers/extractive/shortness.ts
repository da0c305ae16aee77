import type { Language } from '../../core/language.ts'

/** Characters: from the first a question counts as short, at the second wholly so. */
const bounds: Readonly<Record<Language, readonly [number, number]>> = { zh: [20, 10], en: [60, 30] }

/** How short a question is: 0 for one that tells its story, 1 for a few words. */
export function shortness(question: string, language: Language): number {
  const [from, wholly] = bounds[language]
  return Math.max(0, Math.min(1, (from - question.length) / (from - wholly)))
}
