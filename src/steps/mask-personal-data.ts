import type { Step } from '../core/step.ts'
import { findPersonalData } from './find-personal-data.ts'

/** Strips what cannot be seen and replaces personal data by placeholders, before any later step, model, index or log reads the text. */
export const maskPersonalData: Step = {
  name: 'mask-personal-data',
  async run(turn) {
    const { text, masked } = findPersonalData(
      turn.message.text,
      turn.history.flatMap((exchange) => [exchange.text, exchange.query]),
    )
    return { ...turn, message: { ...turn.message, text }, query: text.trim(), masked }
  },
}
