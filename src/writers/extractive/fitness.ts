import type { Passage, Unit } from '../../core/passage.ts'
import { answeringSpans, type Asks } from './read-question.ts'

/** The answer of a question–answer unit; its first line is the question. */
const answerOf = ({ text }: Unit): string => text.slice(text.indexOf('\n') + 1)

/** The words a reader would see of a unit. */
export const shownText = (unit: Unit): string => {
  if (unit.kind === 'question') return answerOf(unit)
  return unit.lead === null ? unit.text : `${unit.lead}\n${unit.text}`
}

/**
 * What each sign of a good answer weighs, fitted by pairwise logistic regression on citizens' questions over the demonstration documents and
 * rounded: meaning counts three times as much as shared words, and a longer unit more easily holds the whole answer.
 */
const weights = { meaning: 2, words: 0.7, passage: 1.2, answers: 0.2, length: 0.08, row: 0.13, leadOnly: -0.3 }
const longUnit = 200

/** How well a unit would answer the question, on a scale that compares within one question. */
export function fitnessOf(passage: Passage, unit: Unit, asks: ReadonlySet<Asks>): number {
  const text = shownText(unit)
  const meaning = Math.max(-1, ...unit.sentences.map(({ score }) => score))
  const wantsItems = asks.has('list') || asks.has('procedure')
  const answers = answeringSpans(text, asks).length > 0 || (wantsItems && unit.kind === 'list')
  return (
    weights.meaning * meaning +
    weights.words * (unit.score - meaning) +
    weights.passage * passage.score +
    weights.answers * Number(answers) +
    weights.length * Math.min(1, text.length / longUnit) +
    weights.row * Number(unit.kind === 'row') +
    weights.leadOnly * Number(/[：:]$/u.test(unit.text.trim()))
  )
}
