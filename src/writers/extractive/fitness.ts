import type { Language } from '../../core/language.ts'
import type { Passage, Unit } from '../../core/passage.ts'
import { aspectFit, isBeside } from './aspects.ts'
import { shortness } from './shortness.ts'
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
 * rounded: meaning counts three times as much as shared words, and a longer unit more easily holds the whole answer. A long question says by
 * its meaning what it wants; the shorter it is, the more the side of the matter that it names decides.
 */
const weights = {
  meaning: 2,
  words: 0.7,
  passage: 1.2,
  answers: 0.2,
  length: 0.08,
  row: 0.13,
  leadOnly: -0.3,
  aspect: 0.1,
}
const weightsWhenShort = { aspect: 0.2, exact: 0.1, beside: -0.2 }
const longUnit = 200
const exact: readonly Asks[] = ['money', 'share', 'duration']

/** 1 where the unit has the kind of figure that was asked for, −1 where it lacks it, 0 where none was. */
export function exactFit(text: string, asks: ReadonlySet<Asks>): number {
  const wanted = new Set(exact.filter((kind) => asks.has(kind)))
  if (wanted.size === 0) return 0
  return answeringSpans(text, wanted).length > 0 ? 1 : -1
}

/** What is asked, in the asker's words and by the kinds of answer it wants. */
export interface Asked {
  question: string
  language: Language
  asks: ReadonlySet<Asks>
}

/** How well a unit would answer the question, on a scale that compares within one question. */
export function fitnessOf(passage: Passage, unit: Unit, { question, language, asks }: Asked): number {
  const text = shownText(unit)
  const meaning = Math.max(-1, ...unit.sentences.map(({ score }) => score))
  const wantsItems = asks.has('list') || asks.has('procedure')
  const answers = answeringSpans(text, asks).length > 0 || (wantsItems && unit.kind === 'list')
  const short = shortness(question, language)
  return (
    weights.meaning * meaning +
    weights.words * (unit.score - meaning) +
    weights.passage * passage.score +
    weights.answers * Number(answers) +
    weights.length * Math.min(1, text.length / longUnit) +
    weights.row * Number(unit.kind === 'row') +
    weights.leadOnly * Number(/[：:]$/u.test(unit.text.trim())) +
    (weights.aspect + weightsWhenShort.aspect * short) * aspectFit(question, passage, unit) +
    weightsWhenShort.beside * short * Number(isBeside(question, passage, unit)) +
    weightsWhenShort.exact * short * exactFit(text, asks)
  )
}
