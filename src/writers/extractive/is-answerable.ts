import type { Language } from '../../core/language.ts'
import { shortPlaceName } from '../../core/region.ts'
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
  zh: { whenLong: 1.12, whenShort: 1.27 },
  en: { whenLong: 0.82, whenShort: 0.87 },
}

/** What counts of a short question beside its meaning: that the best document is named after its matter, and each part of its words that is missing. */
const named = 0.09
const missing = 0.03
/** Pairs of characters that stand in many questions and many titles. */
const everywhere =
  /^(?:申请|办理|标准|费用|办事|服务|收费|管理|规定|办法|通知|问答|指南|多少|怎么|什么|需要|材料|条件|年度|居民|人员|工作|本市|我市|全市)$/u

/** Whether two Chinese characters of the question that stand side by side do so in the best document's title, its place left out. */
function isNamedAfter({ text, passages }: QuestionPart): boolean {
  const [best] = passages
  if (best === undefined) return false
  const title = best.region
    .flatMap((name) => [name, shortPlaceName(name)])
    .reduce((rest, name) => rest.replaceAll(name, ' '), best.title)
  const pairs = Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
  return pairs.some((pair) => /^\p{Script=Han}{2}$/u.test(pair) && !everywhere.test(pair) && title.includes(pair))
}

/** The share of the question's words, rare ones counting more, that stand in the best quote and its headings, 0 … 1. */
const wordsIn = ([first]: readonly Candidate[]): number =>
  first === undefined
    ? 0
    : Math.max(0, first.unit.score - Math.max(...first.unit.sentences.map(({ score }) => score), -1))

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
  const short = shortness(message, language)
  const byWords = language === 'zh' ? named * Number(isNamedAfter(part)) - missing * (1 - wordsIn(chosen)) : 0
  return chosen.length > 0 && fitOf(part, chosen, asks) + short * byWords >= whenLong + (whenShort - whenLong) * short
}
