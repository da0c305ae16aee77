import type { Step } from '../core/step.ts'
import type { Exchange, Turn } from '../core/turn.ts'
import { isFollowUp, isOnlyAspect, mayLean } from './read-follow-up.ts'

/** "我家在云汀市滨江区这边" is an answer to "which district?"; anything longer is a question of its own. */
const longestPlaceAnswer = 16
const asks = /[?？吗呢]|怎么|怎样|如何|什么|多少|能不能|可以|哪|\b(?:how|what|when|where|which|can|do|does|is|are)\b/iu
/** A subject grows with each follow-up; more of it than this says nothing new. */
const longestSubject = 200

/** What made the question before one. The follow-up asks anew, and two askings would pull apart. */
const askedBefore =
  /怎么样|怎么|怎样|咋样|咋|如何|多少钱|多少|多久|多长时间|什么时候|啥时候|在哪里?|哪里|去哪儿?|[吗呢](?=$|[\s?？])/gu

/** The exchange that a follow-up leans on: the last that was about a matter. */
const lastMatter = (turn: Turn): Exchange | undefined =>
  turn.history.findLast(({ outcome }) => ['answer', 'unanswered', 'question', 'redirect'].includes(outcome.kind))

/** What the question before was about: without marks that would part it from what follows, and without an aspect only asked in passing. */
function subjectOf({ query, text }: Exchange, followUp: string): string {
  const passing = query.length > text.length && query.endsWith(text) && isOnlyAspect(text)
  const subject = passing ? query.slice(0, -text.length) : query
  const matter = isOnlyAspect(followUp) ? subject.replaceAll(askedBefore, '') : subject
  return matter
    .replaceAll(/[?？。！!；;\n]/gu, ' ')
    .slice(0, longestSubject)
    .trim()
}

/**
 * Makes a follow-up self-contained by putting the subject of the question before it in front ("那外地户口呢？" after a question on newborns).
 * The place of the earlier question is kept too. A question with a subject of its own is left alone.
 */
export const rephraseQuestion: Step = {
  name: 'rephrase-question',
  async run(turn) {
    const before = lastMatter(turn)
    if (before === undefined) return turn
    const asked = turn.history.at(-1)?.outcome
    const answersPlace =
      asked?.kind === 'question' &&
      asked.asks === 'place' &&
      turn.query.length <= longestPlaceAnswer &&
      !asks.test(turn.query)
    if (!answersPlace && !isFollowUp(turn.query, turn.language))
      return mayLean(turn.query) ? { ...turn, context: subjectOf(before, turn.query) } : turn
    return {
      ...turn,
      query: `${subjectOf(before, turn.query)} ${turn.query}`.trim(),
      region: before.region ?? turn.region,
    }
  },
}
