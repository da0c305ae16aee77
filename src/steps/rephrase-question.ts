import type { Step } from '../core/step.ts'
import type { Exchange, Turn } from '../core/turn.ts'

/** Openings and pronouns that lean on what was said before. */
const leans =
  /^(?:那么?|那如果|如果|要是|假如|还有|另外|然后|接着|这个|那个|这种|它|他们?|她|上面|刚才|同样|and |what about|how about|what if|then |so )|(?:这个|那个|它|上述|上面说的|刚才说的)/iu
const ends = /(?:呢|的话|的话呢|咧)[？?。！!\s]*$/u
/** Words that carry no subject of their own. */
const empty =
  /那么?|如果|要是|假如|还有|另外|然后|这个|那个|这种|它|呢|吗|么|的话|啊|呀|吧|怎么办|怎么|如何|多少钱?|多久|什么|哪里|哪儿|需要|要|可以|能|有|没有|是|不|也|我|你|他|她|的|了|在|办理?|请问|what|about|how|if|and|then|so|is|are|the|it|for|do|does|a|an|to/giu
/** "我家在云汀市滨江区这边" is an answer to "which district?"; anything longer is a question of its own. */
const longestPlaceAnswer = 16
const noise = /[\s\p{P}]/gu

const contentOf = (text: string) => text.replaceAll(noise, '').replaceAll(empty, '')

/** The exchange that a follow-up leans on: the last that was about a matter. */
const lastMatter = (turn: Turn): Exchange | undefined =>
  turn.history.findLast(({ outcome }) => ['answer', 'unanswered', 'question', 'redirect'].includes(outcome.kind))

/** True when the text cannot be understood without the question before it. */
export function isFollowUp(text: string, latin: boolean): boolean {
  const content = contentOf(text)
  const short = content.length <= (latin ? 24 : 8)
  if (content === '') return true
  return short && (leans.test(text.trim()) || ends.test(text))
}

/**
 * Makes a follow-up self-contained by putting the subject of the question before it in front ("那外地户口呢？" after a question on newborns).
 * The place of the earlier question is kept too.
 */
export const rephraseQuestion: Step = {
  name: 'rephrase-question',
  async run(turn) {
    const before = lastMatter(turn)
    if (before === undefined) return turn
    const asked = turn.history.at(-1)?.outcome
    const answersPlace = asked?.kind === 'question' && asked.asks === 'place' && turn.query.length <= longestPlaceAnswer
    if (!answersPlace && !isFollowUp(turn.query, turn.language === 'en')) return turn
    return { ...turn, query: `${before.query} ${turn.query}`.trim(), region: before.region ?? turn.region }
  },
}
