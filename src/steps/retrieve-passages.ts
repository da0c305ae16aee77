import type { Clock } from '../core/clock.ts'
import type { Passage } from '../core/passage.ts'
import type { Retrieval, Retriever } from '../core/retriever.ts'
import type { Step } from '../core/step.ts'
import type { QuestionPart } from '../core/turn.ts'
import { splitQuestion } from './split-question.ts'
import type { WithoutPlace } from './without-place.ts'

/** Placeholders of personal data say nothing about the matter. */
const placeholders = /[〔［[][^〔〕［］[\]]{1,12}[〕］\]]/gu

/** The document that the matter before leads to has to come this near to the best one for the message alone. */
const nearness = 0.75

/**
 * Passages found for the message alone and together with the matter before, each as it fits better; the matter before counts only where
 * the document it leads to is found for the message alone as well, else the message is about something new.
 */
function better(own: Retrieval, leaning: Retrieval, limit: number): Retrieval {
  const best = own.passages[0]?.score ?? 0
  const same = own.passages.find(({ document }) => document === leaning.passages[0]?.document)
  if (same === undefined || same.score < nearness * best) return own
  const all = [...own.passages, ...leaning.passages].toSorted((a, b) => b.score - a.score)
  const each = new Map<string, Passage>()
  for (const passage of all) if (!each.has(passage.id)) each.set(passage.id, passage)
  const ahead = (leaning.passages[0]?.score ?? 0) > best
  return { ...(ahead ? leaning : own), passages: [...each.values()].slice(0, limit) }
}

/** Merges the parts' passages, best first, each once. */
function merge(parts: readonly QuestionPart[], limit: number): readonly Passage[] {
  const all = parts.flatMap((part) => part.passages).toSorted((a, b) => b.score - a.score)
  return [...new Map(all.map((passage) => [passage.id, passage])).values()].slice(0, limit)
}

/**
 * Looks up each question of the message. Validity and region are filtered by the retriever before it ranks. The first question stands as
 * the subject of a later one that has none of its own. A place that the question names is looked up as a place and not as a word.
 */
export function retrievePassages(options: {
  retriever: Retriever
  clock: Clock
  withoutPlace: WithoutPlace
  limit: number
}): Step {
  return {
    name: 'retrieve-passages',
    async run(turn, { signal }) {
      const query = turn.query.replaceAll(placeholders, '').trim()
      const questions = splitQuestion(query === '' ? turn.query : query)
      const parts: QuestionPart[] = []
      for (const [index, text] of questions.entries()) {
        const subject = index > 0 && text.length <= 12 ? `${questions[0] ?? ''} ${text}` : text
        const matter = options.withoutPlace(subject, turn.region)
        const ask = (words: string) =>
          options.retriever.retrieve(
            {
              text: words,
              language: turn.language,
              region: turn.region,
              local: matter !== subject,
              at: options.clock(),
              limit: options.limit,
            },
            signal,
          )
        const own = await ask(matter)
        const found =
          index > 0 || turn.context === null
            ? own
            : better(own, await ask(`${options.withoutPlace(turn.context, turn.region)} ${matter}`), options.limit)
        parts.push({ text, ...found })
      }
      return { ...turn, parts, passages: merge(parts, options.limit) }
    },
  }
}
