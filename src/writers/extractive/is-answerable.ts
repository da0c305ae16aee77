import type { Language } from '../../core/language.ts'
import type { QuestionPart } from '../../core/turn.ts'
import type { Candidate } from './choose-units.ts'
import { shownText } from './fitness.ts'
import { shortness } from './shortness.ts'
import { answeringSpans, type Asks } from './read-question.ts'

/** Units whose best sentences are looked at together: what many places speak of is more surely the subject than one chance likeness. */
const company = 5
/** What it counts, beside the cosines, that the figure, hour, number or place asked for stands in what would be quoted. */
const kindWeight = 0.06
/** Least fit of what is answered. A short question is nearer to everything about its words than a long story to its one answer. */
interface Least {
  whenLong: number
  whenShort: number
}
const least: Readonly<Record<Language, Least>> = {
  zh: { whenLong: 1.13, whenShort: 1.28 },
  en: { whenLong: 0.82, whenShort: 0.87 },
}

const plain: readonly Asks[] = ['money', 'share', 'duration', 'clock', 'time', 'phone', 'place']

/** Whether what would be quoted has the kind of thing that was asked for; true where no such kind was. */
function hasKind(chosen: readonly Candidate[], asks: ReadonlySet<Asks>): boolean {
  const wanted = new Set(plain.filter((kind) => asks.has(kind)))
  return wanted.size === 0 || chosen.some(({ unit }) => answeringSpans(shownText(unit), wanted).length > 0)
}

/** How well anything in force here fits the question. */
export function fitOf(part: QuestionPart, chosen: readonly Candidate[], asks: ReadonlySet<Asks>): number {
  const best = part.passages
    .flatMap(({ units }) => units.map(({ sentences }) => Math.max(-1, ...sentences.map(({ score }) => score))))
    .toSorted((a, b) => b - a)
    .slice(0, company)
  const together = best.reduce((sum, score) => sum + score, 0) / Math.max(1, best.length)
  return part.match.semantic + together + kindWeight * Number(hasKind(chosen, asks))
}

/** Whether the passages are about the question at all, which is one of those in `message`; how far they answer it is left to the reader of the quote and the offer of a person. */
export const isAnswerable = (
  part: QuestionPart,
  language: Language,
  chosen: readonly Candidate[],
  asks: ReadonlySet<Asks>,
  message: string,
): boolean => {
  const { whenLong, whenShort } = least[language]
  return (
    chosen.length > 0 && fitOf(part, chosen, asks) >= whenLong + (whenShort - whenLong) * shortness(message, language)
  )
}
