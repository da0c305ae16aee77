import type { Step } from '../core/step.ts'
import { findPersonalData } from './find-personal-data.ts'

/** Characters that hide digits or words from rules and readers alike. */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0]|\p{Cc}(?<![\n\t])|[\u{e0000}-\u{e007f}]/gu

/** Full-width letters, digits and marks between them as their plain forms; Chinese punctuation stays. */
const plainForms = (text: string) =>
  text.replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff20]/gu, (char) => char.normalize('NFKC'))

/** Strips what cannot be seen and replaces personal data by placeholders, before any later step, model, index or log reads the text. */
export const maskPersonalData: Step = {
  name: 'mask-personal-data',
  async run(turn) {
    const { text, masked } = findPersonalData(plainForms(turn.message.text.replaceAll(invisible, '')))
    return { ...turn, message: { ...turn.message, text }, query: text.trim(), masked }
  },
}
