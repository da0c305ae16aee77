import { phrase } from '../core/phrase.ts'
import type { Step } from '../core/step.ts'

const takesBack = /^[\s“"]*(?:继续问助手|返回(?:智能)?(?:助手|机器人)|back to the assistant)[\s”"。.!！]*$/iu

/** Stays silent while a person holds the conversation, until the citizen calls the assistant back. */
export const yieldToOperator: Step = {
  name: 'yield-to-operator',
  async run(turn) {
    if (turn.holder !== 'operator') return turn
    if (!takesBack.test(turn.message.text)) return { kind: 'relay' }
    return { kind: 'reply', phrase: phrase('resumed'), choices: [], gives: { holder: 'assistant' } }
  },
}
