import type { Language } from '../../core/language.ts'
import type { Passage, Unit } from '../../core/passage.ts'
import type { QuestionPart } from '../../core/turn.ts'
import { exactFit, fitnessOf, shownText, type Asked } from './fitness.ts'
import { shortness } from './shortness.ts'
import { trimText } from './trim-unit.ts'
import { joinUnits } from './join-units.ts'

/** A unit that could be quoted, with the passage it stands in and its fitness as an answer. */
export interface Candidate {
  passage: Passage
  unit: Unit
  fitness: number
  /** How far it is ahead of the next best. */
  ahead: number
  /** What is shown of it: its words with its lead, at the length there is room for. */
  text: string
}

/** How much is quoted for one question. */
export interface ChoiceRules {
  /** Passages whose units are looked at. */
  passages: number
  /** A further unit may fall this far below the best one's fitness. */
  nearness: number
  /** The same for a unit of another document than the best one's. */
  nearnessElsewhere: number
  /** Characters that all quotes together should stay within. */
  characters: number
  /** Characters of a unit that stands beside the best one. */
  beside: number
  /** Most units quoted. */
  most: number
}

/** A Chinese character says about as much as two or three Latin letters. */
export const choiceRules: Readonly<Record<Language, ChoiceRules>> = {
  zh: { passages: 10, nearness: 0.5, nearnessElsewhere: 0.35, characters: 345, beside: 140, most: 5 },
  en: { passages: 10, nearness: 0.5, nearnessElsewhere: 0.35, characters: 750, beside: 320, most: 5 },
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

/** The unit with its lead, where both stand together in the passage; else alone. */
function wordsOf({ text }: Passage, unit: Unit): string {
  const shown = shownText(unit)
  const bare = (words: string) => words.replaceAll(/\s/gu, '')
  return unit.kind === 'question' || unit.lead === null || bare(text).includes(bare(shown)) ? shown : unit.text
}

/** Ranks the units of the best passages as answers. */
export function rankUnits(part: QuestionPart, asked: Asked, rules: ChoiceRules): readonly Candidate[] {
  const ranked = part.passages
    .slice(0, rules.passages)
    .flatMap((passage) =>
      joinUnits(passage)
        .filter((unit) => unit.kind === 'row' || !empty.test(shownText(unit).trim()))
        .map((unit) => ({
          passage,
          unit,
          fitness: fitnessOf(passage, unit, asked),
          text: wordsOf(passage, unit),
        })),
    )
    .toSorted((a, b) => b.fitness - a.fitness)
  return ranked.map((one, index) => ({ ...one, ahead: one.fitness - (ranked[index + 1]?.fitness ?? 0) }))
}

/** Rows of one table are alike in all but what counts, so that none of them repeats another. */
const sameTable = (a: Candidate, b: Candidate) =>
  a.unit.kind === 'row' && b.unit.kind === 'row' && a.passage.id === b.passage.id

/** Takes the fittest units, as few as the question needs, within the characters allowed. */
export function chooseUnits(part: QuestionPart, asked: Asked, rules: ChoiceRules): readonly Candidate[] {
  const ranked = rankUnits(part, asked, rules)
  const best = ranked[0]
  if (best === undefined) return []
  // A short question whose figure stands in the first quote is answered by it: only what fits as well is worth a further one.
  const answered = shortness(asked.question, asked.language) * Math.max(0, exactFit(best.text, asked.asks))
  const nearness = rules.nearness * (1 - answered / 2)
  const chosen: Candidate[] = [{ ...best, text: trimText(best.text, best.unit, rules.characters) }]
  let characters = chosen[0]?.text.length ?? 0
  for (const candidate of ranked.slice(1)) {
    if (chosen.length >= rules.most || candidate.fitness < best.fitness - nearness) break
    const elsewhere = candidate.passage.document !== best.passage.document
    if (elsewhere && candidate.fitness < best.fitness - Math.min(nearness, rules.nearnessElsewhere)) continue
    const text = trimText(candidate.text, candidate.unit, rules.beside)
    const shown = chosen.filter((other) => !sameTable(other, candidate)).map((other) => other.text)
    if (characters + text.length > rules.characters || repeats(text, shown)) continue
    chosen.push({ ...candidate, text })
    characters += text.length
  }
  return chosen
}
