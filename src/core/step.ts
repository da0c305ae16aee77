import type { Sentence } from './draft.ts'
import type { Outcome } from './outcome.ts'
import type { Turn } from './turn.ts'

/** Releases one sentence that has passed the support check, so that chat streams and voice speaks early. */
export type Say = (sentence: Sentence) => void

export interface StepTools {
  signal: AbortSignal
  say: Say
}

/** One small thing done to a turn: it returns the turn, changed or not, or the outcome that ends it. It acts on nothing outside. */
export interface Step {
  name: string
  run(turn: Turn, tools: StepTools): Promise<Turn | Outcome>
}

export const isOutcome = (result: Turn | Outcome): result is Outcome => 'kind' in result
