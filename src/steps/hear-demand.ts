import type { ConductIntake, HearDemand } from '../core/intake.ts'
import type { Phrase, Speak } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'

/** A shorter message is a command or a name of a place: the rules read it as well, and at once. */
const shortest = 6

/** Has a model listen to what a message tells of a demand, where one is being told; the rules decide what becomes of it. */
export function hearDemand(parts: { intake: ConductIntake; hear: HearDemand | null; speak: Speak }): Step {
  const { intake, hear, speak } = parts
  return {
    name: 'hear-demand',
    async run(turn, { signal }) {
      const { text } = turn.message
      if (hear === null || [...text.trim()].length < shortest) return turn
      if (turn.intake === null && intake.demand(text, null) === null) return turn
      const question: Phrase | null = turn.intake?.phrase ?? null
      const asked = question === null ? '' : speak(question, turn.language)
      const heard = await hear({ text, asked, language: turn.language }, signal)
      return { ...turn, heard }
    },
  }
}
