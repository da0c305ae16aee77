import type { Catalogue, CatalogueLine, DispatchAdvice, Dispatcher, SubjectGuess, Term } from '../../core/dispatch.ts'
import type { Region } from '../../core/region.ts'
import { chooseLine, type ChooseLine } from './choose-line.ts'
import { choosePlaces } from './choose-place.ts'
import type { Classify } from './classify.ts'
import { saidText, saysNothing, withoutPlaces } from './said-text.ts'

export interface DispatcherOptions {
  catalogue: Catalogue
  classify: Classify
  /** Raises a class's term by what the text says. */
  judgeUrgency: (text: string, term: Term) => Term
  /** Regions that a text names. */
  findRegions: (text: string) => readonly Region[]
  /** The chance that the department is right from which on it is named; 0 … 1. */
  sureFrom: number
}

/** Guesses that are shown to the person who decides. */
const shown = 5
/** A class is named from this chance on; below it, the class around it. */
const classSureFrom = 0.5

interface Owner {
  lead: string
  confidence: number
  /** The classes that lead to it, best first. */
  guesses: readonly SubjectGuess[]
}

/** The chances of the classes, added up by the body that they lead to in a place; the likeliest first. */
function ownersOf(guesses: readonly SubjectGuess[], region: Region | null, lineFor: ChooseLine): Owner[] {
  const owners = new Map<string, SubjectGuess[]>()
  for (const guess of guesses) {
    const { lead } = lineFor(guess.code, region)
    owners.set(lead, [...(owners.get(lead) ?? []), guess])
  }
  return [...owners]
    .map(([lead, own]) => ({ lead, guesses: own, confidence: own.reduce((sum, guess) => sum + guess.confidence, 0) }))
    .toSorted((a, b) => b.confidence - a.confidence)
}

/** The narrowest class that is sure and leads to the same body; else the best small one. */
function nameClass(owner: Owner, region: Region | null, lineFor: ChooseLine): string {
  const best = owner.guesses[0]?.code ?? ''
  const sumOf = (start: string) =>
    owner.guesses.filter(({ code }) => code.startsWith(start)).reduce((sum, { confidence }) => sum + confidence, 0)
  const levels = [best, `${best.slice(0, 4)}00`, `${best.slice(0, 2)}0000`]
  const starts = [best, best.slice(0, 4), best.slice(0, 2)]
  const at = levels.findIndex(
    (level, index) => sumOf(starts[index] ?? '') >= classSureFrom && lineFor(level, region).lead === owner.lead,
  )
  return levels[at] ?? best
}

const certain = (code: string): readonly SubjectGuess[] => [{ code, confidence: 1 }]

/** Judges demands by a catalogue and a classifier; abstains where it is not sure of the department. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { catalogue, classify, judgeUrgency, findRegions, sureFrom } = options
  const lineFor = chooseLine(catalogue)
  const matterOf = withoutPlaces(catalogue.lines.flatMap(({ region }) => region))
  const abstain = (
    reason: 'unsure-subject' | 'unsure-place' | 'no-line' | 'nothing-said',
    term: Term,
    guesses: readonly SubjectGuess[],
    confidence: number,
  ): DispatchAdvice => ({
    subject: null,
    term,
    lead: null,
    coHandling: [],
    line: null,
    excluded: null,
    confidence,
    reason,
    guesses: guesses.slice(0, shown),
    catalogue: catalogue.version,
  })
  const give = (
    line: CatalogueLine,
    subject: string,
    rest: Pick<DispatchAdvice, 'term' | 'confidence' | 'guesses'>,
  ) => ({
    ...rest,
    subject,
    lead: line.lead,
    coHandling: line.coHandling,
    line: line.line,
    excluded: line.excluded,
    reason: 'line' as const,
    guesses: rest.guesses.slice(0, shown),
    catalogue: catalogue.version,
  })
  return {
    async advise({ text, language, region, subject: chosen = null }, signal) {
      const said = saidText(text)
      if (chosen === null && saysNothing(said)) return abstain('nothing-said', 'ordinary', [], 0)
      const guesses = chosen === null ? await classify(matterOf(said), language, signal) : certain(chosen)
      const [best] = guesses
      const termOf = (code: string | undefined) =>
        judgeUrgency(said, (code === undefined ? null : catalogue.subjects.get(code)?.term) ?? 'ordinary')
      if (best === undefined) return abstain('unsure-subject', termOf(undefined), [], 0)
      const places = choosePlaces(region, findRegions(said))
      const owners = places.map((place) => ownersOf(guesses, place, lineFor)[0])
      const [owner] = owners
      const [place = null] = places
      if (owner === undefined || owner.confidence < sureFrom)
        return abstain('unsure-subject', termOf(best.code), guesses, owner?.confidence ?? 0)
      if (owners.some((other) => other?.lead !== owner.lead))
        return abstain('unsure-place', termOf(best.code), guesses, owner.confidence)
      const subject = nameClass(owner, place, lineFor)
      const term = termOf(owner.guesses[0]?.code)
      const line = lineFor(subject, place)
      return give(line, subject, { term, confidence: owner.confidence, guesses })
    },
  }
}
