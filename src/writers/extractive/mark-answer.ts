import type { Unit } from '../../core/passage.ts'
import { answeringSpans, type Asks } from './read-question.ts'

type Mark = readonly [number, number]

/** The stretch of `text` where the unit's best-fitting sentence stands; the whole where it cannot be found. */
function bestStretch(text: string, unit: Unit): Mark {
  for (const { text: sentence } of unit.sentences.toSorted((a, b) => b.score - a.score)) {
    const at = text.indexOf(sentence)
    if (at >= 0) return [at, at + sentence.length]
  }
  return [0, text.length]
}

const longestMark = 80
const mostMarks = 4

/** Marks the words that answer: amounts, dates, places or the yes-or-no words in the best sentence, else that sentence itself. */
export function markAnswer(text: string, unit: Unit, asks: ReadonlySet<Asks>): readonly Mark[] {
  const [start, end] = bestStretch(text, unit)
  const spans = answeringSpans(text.slice(start, end), asks).map(([from, to]) => [start + from, start + to] as const)
  if (spans.length > 0) return spans.slice(0, mostMarks)
  return end - start <= longestMark && end - start < text.length ? [[start, end]] : []
}
