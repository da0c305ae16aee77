import type { Aside, OutcomeOf } from '../core/outcome.ts'
import type { Passage } from '../core/passage.ts'
import { phrase } from '../core/phrase.ts'
import { relateRegion } from '../core/region.ts'
import type { QuestionPart, Turn } from '../core/turn.ts'

/** An aside is worth a word only where it fits clearly better than what is in force here. */
const clearlyBetter = 1.15
/** Below this lexical and semantic fit an aside is about something else. */
const leastScore = 0.9
const mostAsides = 2

/** Makes the mention of a passage that is not the rule here and now. */
export function asideOf(passage: Passage, turn: Turn): Aside {
  const why = passage.validity === 'in-force' ? 'elsewhere' : passage.validity
  const { id, text, document, title, issuer, section, validity, amended, effective, expires, region, url } = passage
  const quote = passage.units.toSorted((a, b) => b.score - a.score)[0]?.text ?? text
  const elsewhere = turn.region !== null && relateRegion(region, turn.region) === 'elsewhere'
  return {
    why: elsewhere ? 'elsewhere' : why,
    citation: {
      passage: id,
      quote,
      document,
      title,
      issuer,
      section,
      validity,
      amended,
      effective,
      expires,
      region,
      url,
    },
  }
}

const worthAWord = ({ asides, passages }: QuestionPart): readonly Passage[] =>
  asides.filter(({ score }) => score >= leastScore && score >= (passages[0]?.score ?? 0) * clearlyBetter)

/** What fits the question but is repealed, upcoming or another place's: at most two, each document once. */
export function asidesOf(turn: Turn): readonly Aside[] {
  const passages = turn.parts.flatMap(worthAWord)
  const byDocument = new Map(passages.toReversed().map((passage) => [passage.document, passage]))
  return [...byDocument.values()]
    .toReversed()
    .slice(0, mostAsides)
    .map((passage) => asideOf(passage, turn))
}

/** Says that nothing covers the question, and offers a person or a ticket. */
export const unanswered = (turn: Turn): OutcomeOf<'unanswered'> => ({
  kind: 'unanswered',
  phrase: phrase('unanswered'),
  offers: ['person', 'ticket'],
  asides: asidesOf(turn),
  summary: turn.query,
})
