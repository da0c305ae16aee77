import type { Sentence } from '../../core/draft.ts'
import type { Citation } from '../../core/passage.ts'
import type { Language } from '../../core/language.ts'
import type { QuestionPart } from '../../core/turn.ts'
import type { Writer } from '../../core/writer.ts'
import { chooseUnits, choiceRules, type Candidate } from './choose-units.ts'
import { findFirstLine } from './find-first-line.ts'
import { isAnswerable } from './is-answerable.ts'
import { markAnswer } from './mark-answer.ts'
import { readQuestion, type Asks } from './read-question.ts'

/** Quotes the unit with what it needs to be understood, where both stand together in the passage. */
function cite({ passage, unit }: Candidate): Citation {
  const { id, document, title, issuer, section, validity, amended, effective, expires, region, url, text } = passage
  const bare = (words: string) => words.replaceAll(/\s/gu, '')
  const whole = unit.lead === null ? unit.text : `${unit.lead}\n${unit.text}`
  const quote = bare(text).includes(bare(whole)) ? whole : unit.text
  return { passage: id, document, title, issuer, quote, section, validity, amended, effective, expires, region, url }
}

function sentencesOf(
  candidates: readonly Candidate[],
  asks: ReadonlySet<Asks>,
  language: Language,
): readonly Sentence[] {
  const quoted = candidates.map((candidate) => ({
    text: candidate.text,
    citations: [cite(candidate)],
    marks: markAnswer(candidate.text, candidate.unit, asks),
  }))
  const first = candidates[0]
  const line = first === undefined ? null : findFirstLine(first, asks, language)
  return line === null || quoted[0] === undefined
    ? quoted
    : [{ text: line, citations: quoted[0].citations, marks: [[0, line.length]] }, ...quoted]
}

/** Answers one question of the message, or null where nothing fits it. */
function answerPart(part: QuestionPart, language: Language, message: string): readonly Sentence[] | null {
  const asks = readQuestion(part.text)
  const chosen = chooseUnits(part, { question: part.text, language, asks }, choiceRules[language])
  if (!isAnswerable(part, language, chosen, asks, message)) return null
  const sentences = sentencesOf(chosen, asks, language)
  return sentences.length > 0 ? sentences : null
}

/**
 * Answers without a model: quotes whole structural units of the best passages, as few as answer the question, marks the answering words, and
 * puts them first in a line of their own where the question asks yes or no, how much, when or where.
 */
export const createExtractiveWriter = (): Writer => ({
  name: 'extractive',
  async write(turn, { signal, say }) {
    signal.throwIfAborted()
    // A question among others is short because they say what it is about.
    const message = turn.parts.map(({ text }) => text).join('，')
    const answers = turn.parts.map((part) => ({ part, sentences: answerPart(part, turn.language, message) }))
    const all = answers.flatMap(({ sentences }) => sentences ?? [])
    const sentences = [...new Map(all.map((sentence) => [sentence.text, sentence])).values()]
    if (sentences.length === 0) return null
    sentences.forEach(say)
    const uncovered = answers.filter((answer) => answer.sentences === null).map(({ part }) => part.text)
    return {
      sentences,
      coverage: uncovered.length === 0 ? 'full' : 'partial',
      uncovered,
      writer: { name: 'extractive', model: null, promptVersion: null },
    }
  },
})
