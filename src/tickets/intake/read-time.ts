import type { Occurrence } from '../../core/ticket.ts'
import { readChineseTime } from './read-chinese-time.ts'
import { readEnglishTime } from './read-english-time.ts'

/** Reads when something happened, relative to the message's moment, in China's time. `at` and `end` are where the wording stands. */
export const readTime = (text: string, at: Date): (Occurrence & { at: number; end: number }) | null =>
  /\p{Script=Han}/u.test(text) ? readChineseTime(text, at) : readEnglishTime(text, at)

/** The occurrence alone. */
export const occurrenceOf = ({ said, from, to, repeats }: Occurrence): Occurrence => ({ said, from, to, repeats })
