import type { Unit } from '../../core/passage.ts'
import { answeringSpans, type Asks } from './read-question.ts'

/** A quote up to this long needs no line before it. */
const longEnough = 110
const longestLine = 60
const shortestLine = 8
/** Below this cosine the best sentence may not be the answer, and is not put first. */
const leastFit = 0.55

/** The clauses of a sentence around the first answering words, as they stand, at most `longestLine` characters. */
function clauseAround(sentence: string, asks: ReadonlySet<Asks>): string | null {
  const span = answeringSpans(sentence, asks)[0]
  if (span === undefined) return null
  if (sentence.length <= longestLine) return sentence
  const borders = [
    0,
    ...[...sentence.matchAll(/[，；：]|[,;:](?=\s)\s/gu)].map((match) => match.index + match[0].length),
    sentence.length,
  ]
  const index = borders.findLastIndex((border) => border <= span[0])
  let [start, end] = [borders[index] ?? 0, borders[index + 1] ?? sentence.length]
  for (let at = index - 1; at >= 0 && end - (borders[at] ?? 0) <= longestLine; at -= 1) start = borders[at] ?? start
  for (let at = index + 2; at < borders.length && (borders[at] ?? 0) - start <= longestLine; at += 1)
    end = borders[at] ?? end
  return end - start <= longestLine ? sentence.slice(start, end).replace(/[，；：,;:、\s]+$/u, '') : null
}

/** The clause that answers, for a question that asks yes or no, how much, when or where and whose quote is long; else null. */
export function findFirstLine(text: string, unit: Unit, asks: ReadonlySet<Asks>): string | null {
  const wantsLine =
    asks.has('amount') ||
    asks.has('money') ||
    asks.has('share') ||
    asks.has('duration') ||
    asks.has('clock') ||
    asks.has('time') ||
    asks.has('phone') ||
    asks.has('place') ||
    asks.has('yes-no')
  // No row of a table that is quoted as a whole is the answer before the others.
  const rowsTogether = unit.kind === 'row' && unit.text.includes('\n')
  if (!wantsLine || asks.has('list') || rowsTogether || text.length <= longEnough) return null
  const best = unit.sentences.toSorted((a, b) => b.score - a.score).find((sentence) => text.includes(sentence.text))
  if (best === undefined || best.score < leastFit) return null
  const line = clauseAround(best.text, asks)
  return line !== null && line.length >= shortestLine && line.length < text.length * 0.7 ? line : null
}
