import type { QuestionPart } from '../../core/turn.ts'

export interface AnswerableRules {
  /** What the lexical share counts beside the cosine. */
  lexicalWeight: number
  /** Least mixed fit of the best passage. */
  least: number
}

export const answerableRules: AnswerableRules = { lexicalWeight: 0.45, least: 0.63 }

/** How well anything in force here fits the question: the best cosine, and the share of the question's words that are found. */
export const fitOf = (
  { match }: Pick<QuestionPart, 'match'>,
  { lexicalWeight }: AnswerableRules = answerableRules,
): number => match.semantic + lexicalWeight * match.lexical

/** Whether the passages are about the question at all; the rest is left to the reader of the quote and to the offers of a person. */
export const isAnswerable = (part: QuestionPart, rules: AnswerableRules = answerableRules): boolean =>
  part.passages.length > 0 && fitOf(part, rules) >= rules.least
