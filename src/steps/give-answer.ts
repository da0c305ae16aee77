import { isAtLeastOne } from '../core/at-least-one.ts'
import type { Step } from '../core/step.ts'
import type { Turn } from '../core/turn.ts'
import { asidesOf, unanswered } from './unanswered.ts'

const mostSuggestions = 3

/** Questions that stand in the passages and are not answered by what is shown. */
function suggestionsOf(turn: Turn): readonly string[] {
  const shown = new Set(turn.draft?.sentences.flatMap(({ citations }) => citations.map(({ passage }) => passage)))
  const questions = turn.passages
    .filter(({ id }) => !shown.has(id))
    .flatMap(({ units }) => units.filter(({ kind }) => kind === 'question'))
    .map(({ text }) => text.split('\n')[0] ?? '')
  return [...new Set(questions)]
    .filter((question) => question !== '' && question !== turn.query)
    .slice(0, mostSuggestions)
}

/** Ends the turn with what passed the support check; without a resolved citation there is no answer. */
export const giveAnswer: Step = {
  name: 'give-answer',
  async run(turn) {
    const sentences = turn.draft?.sentences ?? []
    const citations = sentences.flatMap((sentence) => sentence.citations)
    if (turn.draft === null || !isAtLeastOne(sentences) || !isAtLeastOne(citations)) return unanswered(turn)
    const { coverage, uncovered, writer } = turn.draft
    return {
      kind: 'answer',
      sentences,
      citations,
      coverage,
      uncovered,
      asides: asidesOf(turn),
      suggestions: suggestionsOf(turn),
      writer,
    }
  },
}
