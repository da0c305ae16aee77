import type { Passage, Unit } from '../../core/passage.ts'
import type { QuestionPart } from '../../core/turn.ts'
import { answeringSpans, type Asks } from './read-question.ts'

/** A unit that could be quoted, with the passage it stands in and its fitness as an answer. */
export interface Candidate {
  passage: Passage
  unit: Unit
  fitness: number
}

export interface ChoiceRules {
  /** Passages whose units are looked at. */
  passages: number
  /** Weight of the passage's score beside the unit's. */
  passageWeight: number
  /** What a unit gains that holds the kind of words the question asks for. */
  answerBonus: number
  /** A further unit has to come this near to the best one's fitness. */
  nearness: number
  /** Characters that all quotes together should stay within. */
  characters: number
  /** Most units quoted for one question. */
  most: number
}

export const choiceRules: ChoiceRules = {
  passages: 8,
  passageWeight: 0.6,
  answerBonus: 0.08,
  nearness: 0.72,
  characters: 330,
  most: 3,
}

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))

/** True when two texts say nearly the same: most of the shorter one's character pairs stand in the other. */
function repeats(text: string, others: readonly string[]): boolean {
  const own = pairs(text.replaceAll(/\s/gu, ''))
  return others.some((other) => {
    const theirs = pairs(other.replaceAll(/\s/gu, ''))
    const smaller = Math.min(own.size, theirs.size)
    return smaller > 0 && [...own].filter((pair) => theirs.has(pair)).length / smaller > 0.75
  })
}

/** The words a reader would see of a unit. */
export const shownText = (unit: Unit): string =>
  unit.kind === 'question' ? answerOf(unit) : unit.lead === null ? unit.text : `${unit.lead}\n${unit.text}`

/** The answer of a question–answer unit; its first line is the question. */
const answerOf = ({ text }: Unit): string => text.slice(text.indexOf('\n') + 1)

/** Says nothing by itself: a bare heading line, a reference, a closing formula. */
const empty = /^(?:特此(?:通知|公告)|此页无正文|附件[：:\d]|联系人)|^[^。；;，,]{0,8}$/u

/** Ranks the units of the best passages as answers. */
export function rankUnits(
  { passages }: QuestionPart,
  asks: ReadonlySet<Asks>,
  rules: ChoiceRules,
): readonly Candidate[] {
  return passages
    .slice(0, rules.passages)
    .flatMap((passage) =>
      passage.units
        .filter((unit) => !empty.test(unit.text.trim()) || unit.kind === 'row')
        .map((unit) => {
          const answers =
            answeringSpans(shownText(unit), asks).length > 0 ||
            (asks.has('list') && unit.kind === 'list') ||
            (asks.has('procedure') && unit.kind === 'list')
          return {
            passage,
            unit,
            fitness: unit.score + rules.passageWeight * passage.score + (answers ? rules.answerBonus : 0),
          }
        }),
    )
    .toSorted((a, b) => b.fitness - a.fitness)
}

/** Takes the fittest units, as few as the question needs, within the characters allowed; in the order of the document where they share one. */
export function chooseUnits(
  part: QuestionPart,
  asks: ReadonlySet<Asks>,
  rules: ChoiceRules = choiceRules,
): readonly Candidate[] {
  const ranked = rankUnits(part, asks, rules)
  const best = ranked[0]
  if (best === undefined) return []
  const chosen: Candidate[] = [best]
  let characters = shownText(best.unit).length
  for (const candidate of ranked.slice(1)) {
    if (chosen.length >= rules.most || candidate.fitness < best.fitness * rules.nearness) break
    const text = shownText(candidate.unit)
    if (
      characters + text.length > rules.characters ||
      repeats(
        text,
        chosen.map(({ unit }) => shownText(unit)),
      )
    )
      continue
    chosen.push(candidate)
    characters += text.length
  }
  return chosen
}
