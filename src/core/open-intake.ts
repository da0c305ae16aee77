import type { OpenIntake } from './intake.ts'
import type { Exchange } from './turn.ts'

/** After this an intake left standing is over, milliseconds. */
const patience = 24 * 60 * 60 * 1000

/** The intake that the conversation has under way at a moment: its last question, unless the demand was filed, dropped or handed over since. */
export function openIntake(history: readonly Exchange[], at: Date): OpenIntake | null {
  for (const { outcome, at: asked } of history.toReversed()) {
    if (outcome.kind === 'question' && outcome.asks === 'intake') {
      const { intake, phrase, choices } = outcome
      return at.getTime() - asked.getTime() > patience ? null : { ...intake, phrase, choices }
    }
    if (outcome.kind === 'ticket' || outcome.kind === 'handover' || outcome.leaves === true) return null
    if (outcome.kind === 'reply' && outcome.phrase.id === 'intake.left') return null
  }
  return null
}
