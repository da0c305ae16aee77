import type { WeightedTerms } from './lexical-index.ts'
import { withoutQuestionWords } from './question-words.ts'
import { termsOf } from './terms.ts'

/** The distinct terms a question is looked up with. */
export const queryTerms = (question: string): WeightedTerms =>
  new Map(termsOf(withoutQuestionWords(question)).map((term) => [term, 1]))
