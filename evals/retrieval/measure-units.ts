import { detectLanguage } from '../../src/core/detect-language.ts'
import type { Passage, Unit } from '../../src/core/passage.ts'
import { parseRegion } from '../../src/core/region.ts'
import type { Retriever } from '../../src/core/retriever.ts'
import type { RetrievalCase } from './retrieval-case.ts'

export interface Coverage {
  /** Share of the facts that stand in the best one, two and three units, and in the best passage. */
  facts: readonly number[]
  /** Mean characters of the same. */
  characters: readonly number[]
  /** Documents that must not be given as the rule and were. */
  leaks: readonly string[]
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s,、。*-]/gu, '')
    .toLowerCase()
const shown = (unit: Unit) => (unit.lead === null ? unit.text : `${unit.lead}\n${unit.text}`)

/** The units of the first passages, best first: how well the passage fits and, half as much, the unit in it. */
const bestUnits = (passages: readonly Passage[]): string[] =>
  passages
    .flatMap((passage) => passage.units.map((unit) => ({ text: shown(unit), score: passage.score + unit.score / 2 })))
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

const stretches = (passages: readonly Passage[]): string[] => {
  const units = bestUnits(passages)
  return [...[1, 2, 3].map((count) => units.slice(0, count).join('\n')), passages[0]?.text ?? '']
}

/** How much of what a right answer needs stands in what could be quoted. */
export async function measureUnits(
  cases: readonly RetrievalCase[],
  retriever: Retriever,
  at: Date,
  signal: AbortSignal,
): Promise<Coverage> {
  const facts = [0, 0, 0, 0]
  const characters = [0, 0, 0, 0]
  const leaks: string[] = []
  const told = cases.filter((one) => one.facts.length > 0)
  for (const { id, question, region, facts: needed, not } of told) {
    const place = region === '' ? null : parseRegion(region)
    const query = { text: question, language: detectLanguage(question), region: place, at, limit: 10 }
    const { passages } = await retriever.retrieve(query, signal)
    leaks.push(...passages.filter(({ document }) => not.includes(document)).map(({ document }) => `${id} ${document}`))
    stretches(passages).forEach((text, index) => {
      facts[index] =
        (facts[index] ?? 0) +
        needed.filter((wordings) => wordings.some((fact) => plain(text).includes(plain(fact)))).length
      characters[index] = (characters[index] ?? 0) + text.length
    })
  }
  const needed = told.reduce((sum, one) => sum + one.facts.length, 0)
  return {
    facts: facts.map((count) => count / Math.max(1, needed)),
    characters: characters.map((sum) => sum / Math.max(1, told.length)),
    leaks,
  }
}
