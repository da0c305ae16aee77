import type { Language } from '../../core/language.ts'
import type { Passage, Unit } from '../../core/passage.ts'
import type { QuestionPart } from '../../core/turn.ts'
import { fitnessOf, shownText } from './fitness.ts'
import { joinUnits } from './join-units.ts'
import type { Asks } from './read-question.ts'

/** A unit that could be quoted, with the passage it stands in and its fitness as an answer. */
export interface Candidate {
  passage: Passage
  unit: Unit
  fitness: number
}

/** How much is quoted for one question. */
export interface ChoiceRules {
  /** Passages whose units are looked at. */
  passages: number
  /** A further unit may fall this far below the best one's fitness. */
  nearness: number
  /** Characters that all quotes together should stay within. */
  characters: number
  /** Most units quoted. */
  most: number
}

/** A Chinese character says about as much as two or three Latin letters. */
export const choiceRules: Readonly<Record<Language, ChoiceRules>> = {
  zh: { passages: 10, nearness: 0.5, characters: 330, most: 5 },
  en: { passages: 10, nearness: 0.5, characters: 750, most: 5 },
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

/** Says nothing by itself: a reference, a closing formula, a lead-in without its list. */
const empty = /^(?:特此(?:通知|公告)|此页无正文|附件[：:\d]|联系人)|^[^。；;，,]{0,8}$|^[^。；]{0,40}[：:]$/u

/** Ranks the units of the best passages as answers. */
export function rankUnits(part: QuestionPart, asks: ReadonlySet<Asks>, rules: ChoiceRules): readonly Candidate[] {
  return part.passages
    .slice(0, rules.passages)
    .flatMap((passage) =>
      joinUnits(passage)
        .filter((unit) => unit.kind === 'row' || !empty.test(shownText(unit).trim()))
        .map((unit) => ({ passage, unit, fitness: fitnessOf(passage, unit, asks) })),
    )
    .toSorted((a, b) => b.fitness - a.fitness)
}

/** Takes the fittest units, as few as the question needs, within the characters allowed. */
export function chooseUnits(part: QuestionPart, asks: ReadonlySet<Asks>, rules: ChoiceRules): readonly Candidate[] {
  const ranked = rankUnits(part, asks, rules)
  const best = ranked[0]
  if (best === undefined) return []
  const chosen: Candidate[] = [best]
  let characters = shownText(best.unit).length
  for (const candidate of ranked.slice(1)) {
    if (chosen.length >= rules.most || candidate.fitness < best.fitness - rules.nearness) break
    const text = shownText(candidate.unit)
    const shown = chosen.map(({ unit }) => shownText(unit))
    if (characters + text.length > rules.characters || repeats(text, shown)) continue
    chosen.push(candidate)
    characters += text.length
  }
  return chosen
}
