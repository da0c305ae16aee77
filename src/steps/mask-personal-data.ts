import type { OpenIntake } from '../core/intake.ts'
import type { Step } from '../core/step.ts'
import type { Exchange, PersonalDatum } from '../core/turn.ts'
import { findPersonalData } from './find-personal-data.ts'

/** Said before an answer to "your name and number": what begins like a name there is one. */
const nameComes = '联系人：'

/**
 * Masks a message as it stands after `history`, with placeholders that are not taken there or in the intake under way. The same message
 * at the same place is always masked alike.
 */
export function maskMessage(
  text: string,
  history: readonly Pick<Exchange, 'text' | 'query'>[],
  intake: OpenIntake | null,
): { text: string; masked: readonly PersonalDatum[] } {
  const taken = [...history.flatMap((exchange) => [exchange.text, exchange.query]), JSON.stringify(intake?.draft ?? '')]
  const asked = intake?.asking === 'contact' || intake?.asking === 'phone'
  if (!asked || /\p{Script=Han}/u.exec(text) === null) return findPersonalData(text, taken)
  const found = findPersonalData(nameComes + text.trimStart(), taken)
  return { text: found.text.slice(nameComes.length), masked: found.masked }
}

/** Strips what cannot be seen and replaces personal data by placeholders, before any later step, model, index or log reads the text. */
export const maskPersonalData: Step = {
  name: 'mask-personal-data',
  async run(turn) {
    const { text, masked } = maskMessage(turn.message.text, turn.history, turn.intake)
    return { ...turn, message: { ...turn.message, text }, query: text.trim(), masked }
  },
}
