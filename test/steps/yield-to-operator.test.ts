import { describe, expect, it } from 'vitest'
import { yieldToOperator } from '../../src/steps/yield-to-operator.ts'
import { makeTools, makeTurn } from './make-turn.ts'

describe('yield-to-operator', () => {
  it.each(['居住证怎么办', '转人工', '', '我想继续问助手居住证的事'])(
    'stays silent on "%s" while a person holds the conversation',
    async (text) => {
      expect(await yieldToOperator.run(makeTurn(text, { holder: 'operator' }), makeTools())).toEqual({ kind: 'relay' })
    },
  )
  it.each(['继续问助手', '“继续问助手”', '返回机器人。', 'Back to the assistant!'])(
    'comes back on "%s"',
    async (text) => {
      expect(await yieldToOperator.run(makeTurn(text, { holder: 'operator' }), makeTools())).toMatchObject({
        kind: 'reply',
        gives: { holder: 'assistant' },
      })
    },
  )
  it('lets every message pass while the assistant holds it', async () => {
    const turn = makeTurn('继续问助手')
    expect(await yieldToOperator.run(turn, makeTools())).toBe(turn)
  })
})
