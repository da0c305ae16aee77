import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { continueIntake } from '../../src/steps/continue-intake.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const asks = (id: string): Outcome => ({ kind: 'question', asks: 'intake', phrase: { id, values: {} }, choices: [] })
const run = async (text: string, history: ReturnType<typeof makeExchange>[] = []) =>
  continueIntake.run(makeTurn(text, { history }), makeTools())

describe('continue-intake', () => {
  it('files the matter last asked about on the wish to file', async () => {
    expect(await run('登记工单', [makeExchange('路灯坏了没人修')])).toMatchObject({
      kind: 'ticket',
      filed: { description: '路灯坏了没人修', tried: ['路灯坏了没人修 → unanswered'] },
    })
  })

  it('asks what happened where there is no matter yet', async () => {
    expect(await run('我要登记工单')).toMatchObject({
      kind: 'question',
      asks: 'intake',
      phrase: { id: 'intake.what-happened' },
    })
  })

  it('files what is told after that question', async () => {
    const history = [makeExchange('登记工单', { query: '', outcome: asks('intake.what-happened') })]
    expect(await run('沿江路路灯坏了三天', history)).toMatchObject({
      kind: 'ticket',
      filed: { description: '沿江路路灯坏了三天' },
    })
  })

  it('files a described demand when it is confirmed, and drops it when it is not', async () => {
    const history = [makeExchange('我要投诉楼上半夜装修', { outcome: asks('intake.confirm') })]
    expect(await run('好的', history)).toMatchObject({ kind: 'ticket', filed: { description: '我要投诉楼上半夜装修' } })
    expect(await run('不用了', history)).toMatchObject({ kind: 'reply', phrase: { id: 'intake.cancelled' } })
  })

  it('shortens a long subject and keeps the whole description', async () => {
    const told = '路灯坏了'.repeat(20)
    const result = await run('登记工单', [makeExchange(told)])
    expect(result).toMatchObject({ kind: 'ticket', filed: { description: told, subject: `${told.slice(0, 29)}…` } })
  })

  it.each(['好的', '不用', '居住证怎么办'])('lets "%s" pass where nothing was asked', async (text) => {
    const turn = makeTurn(text, { history: [makeExchange('居住证怎么办')] })
    expect(await continueIntake.run(turn, makeTools())).toBe(turn)
  })
})
