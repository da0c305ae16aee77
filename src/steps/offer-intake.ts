import type { ConductIntake } from '../core/intake.ts'
import type { Step } from '../core/step.ts'
import { outcomeOf, toldBy, type AttachmentOf } from './continue-intake.ts'

/** Takes down a described demand that no policy answers, instead of saying that nothing was found. An answer comes first where there is one. */
export function offerIntake({ intake, attachmentOf }: { intake: ConductIntake; attachmentOf: AttachmentOf }): Step {
  return {
    name: 'offer-intake',
    async run(turn) {
      const answered = (turn.draft?.sentences ?? []).some(({ citations }) => citations.length > 0)
      if (answered || turn.intake !== null || intake.demand(turn.message.text) === null) return turn
      return outcomeOf(intake.begin(await toldBy(turn, attachmentOf)), turn) ?? turn
    },
  }
}

/** A step whose question back is dropped where the message is a demand: it is taken down rather than asked about for the sake of a rule. */
export function unlessDemand(
  step: Step,
  { intake, attachmentOf }: { intake: ConductIntake; attachmentOf: AttachmentOf },
): Step {
  return {
    name: step.name,
    async run(turn, tools) {
      const result = await step.run(turn, tools)
      if (!('kind' in result) || turn.intake !== null || intake.demand(turn.message.text) === null) return result
      return outcomeOf(intake.begin(await toldBy(turn, attachmentOf)), turn) ?? result
    },
  }
}
