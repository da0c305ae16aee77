import type { Step } from '../core/step.ts'

/** Stays silent while a person holds the conversation. */
export const yieldToOperator: Step = {
  name: 'yield-to-operator',
  async run(turn) {
    return turn.holder === 'operator' ? { kind: 'relay' } : turn
  },
}
