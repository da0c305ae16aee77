import type { Step, StepTools } from '../core/step.ts'
import type { Turn } from '../core/turn.ts'
import { outcomeOf, toldBy, type TakingDown } from './continue-intake.ts'

/** Begins to take down what the message tells where it is a demand; null where it is none, or one is under way. */
async function beginIfDemand(turn: Turn, taking: TakingDown, tools: StepTools, by: 'words' | 'meaning') {
  if (turn.intake !== null) return null
  const told = await toldBy(turn, taking, tools)
  const demand = taking.intake.demand(told.text, by === 'words' ? null : told.kinds)
  return demand === null ? null : outcomeOf(taking.intake.begin(told), turn)
}

/** Takes down a described demand that no policy answers, instead of saying that nothing was found. An answer comes first where there is one. */
export function offerIntake(taking: TakingDown): Step {
  return {
    name: 'offer-intake',
    async run(turn, tools) {
      const answered = (turn.draft?.sentences ?? []).some(({ citations }) => citations.length > 0)
      return answered ? turn : ((await beginIfDemand(turn, taking, tools, 'meaning')) ?? turn)
    },
  }
}

/**
 * A step whose question back is dropped where the message is a demand by its words: it is taken down rather than asked about for the sake
 * of a rule. What is one by its meaning only may still have a rule that answers it.
 */
export function unlessDemand(step: Step, taking: TakingDown): Step {
  return {
    name: step.name,
    async run(turn, tools) {
      const result = await step.run(turn, tools)
      return 'kind' in result ? ((await beginIfDemand(turn, taking, tools, 'words')) ?? result) : result
    },
  }
}
