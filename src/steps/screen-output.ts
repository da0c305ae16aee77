import type { Sentence } from '../core/draft.ts'
import type { Step } from '../core/step.ts'

/** Addresses, mark-up and control characters: a writer has no business to show them, whatever a passage or a model says. */
const forbidden = /https?:\/\/|javascript:|data:text|<\/?[a-z][^<>]*>|\p{Cc}(?<![\n\t])/iu

/** True when a sentence may be shown: an address or mark-up is allowed only where it stands in the quoted source itself. */
export function mayBeShown({ text, citations }: Sentence, secrets: readonly string[]): boolean {
  if (secrets.some((secret) => secret !== '' && text.includes(secret))) return false
  const found = forbidden.exec(text)
  return found === null || citations.some(({ quote }) => quote.includes(text))
}

/** Drops sentences that show an address, mark-up, or words of the assistant's own instructions. */
export function screenOutput({ secrets }: { secrets: readonly string[] }): Step {
  return {
    name: 'screen-output',
    async run(turn) {
      if (turn.draft === null) return turn
      const sentences = turn.draft.sentences.filter((sentence) => mayBeShown(sentence, secrets))
      return { ...turn, draft: { ...turn.draft, sentences } }
    },
  }
}
