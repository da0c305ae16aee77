import type { Step } from '../core/step.ts'
import type { Passage } from '../core/passage.ts'
import type { Sentence } from '../core/draft.ts'
import type { Supports } from '../core/writer.ts'
import { unanswered } from './unanswered.ts'

const bare = (text: string) => text.replaceAll(/\s/gu, '')

type Source = Pick<Passage, 'document' | 'text' | 'validity'>

/** What may be cited: the passages found in this turn and those right beside them. */
function sourcesOf(passages: readonly Passage[]): ReadonlyMap<string, Source> {
  const neighbours = passages.flatMap(({ document, validity, before, beforeId, after, afterId }) => [
    [beforeId ?? '', { document, validity, text: before }] as const,
    [afterId ?? '', { document, validity, text: after }] as const,
  ])
  return new Map<string, Source>([...neighbours, ...passages.map((passage) => [passage.id, passage] as const)])
}

/** A citation is resolved when its passage was found in this turn or stands beside one, is in force, and holds the quoted words. */
function resolved({ citations }: Sentence, passages: ReadonlyMap<string, Source>): boolean {
  return (
    citations.length > 0 &&
    citations.every(({ passage, quote, document }) => {
      const source = passages.get(passage)
      return (
        source?.validity === 'in-force' &&
        source.document === document &&
        bare(quote) !== '' &&
        bare(source.text).includes(bare(quote))
      )
    })
  )
}

/** Drops every sentence whose citations do not resolve or do not support it; an answer of which nothing is left ends unanswered. */
export function checkSupport({ supports }: { supports: Supports }): Step {
  return {
    name: 'check-support',
    async run(turn) {
      if (turn.draft === null) return unanswered(turn)
      const passages = sourcesOf(turn.passages)
      const sentences = turn.draft.sentences.filter((sentence) => resolved(sentence, passages) && supports(sentence))
      if (sentences.length === 0) return unanswered(turn)
      const lost = sentences.length < turn.draft.sentences.length
      return { ...turn, draft: { ...turn.draft, sentences, coverage: lost ? 'partial' : turn.draft.coverage } }
    },
  }
}
