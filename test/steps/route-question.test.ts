import { describe, expect, it } from 'vitest'
import { routeIntent, routeQuestion } from '../../src/steps/route-question.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const step = routeQuestion({ speak: ({ id }) => id })

describe('route-question', () => {
  it.each([
    ['你好', 'talk.greeting'],
    ['您好，在吗？', 'talk.greeting'],
    ['Hello!', 'talk.greeting'],
    ['谢谢你', 'talk.thanks'],
    ['thank you very much', 'talk.thanks'],
    ['好的，没有了', 'talk.farewell'],
    ['嗯嗯嗯', 'talk.farewell'],
    ['你是机器人吗', 'talk.about'],
    ['你能做什么', 'talk.about'],
    ['？？？', 'message.empty'],
    ['😀😀', 'message.empty'],
    ['〔电话1〕', 'message.empty'],
  ])('answers "%s" with a phrase', async (text, id) => {
    expect(await step.run(makeTurn(text), makeTools())).toMatchObject({ kind: 'reply', phrase: { id } })
  })

  it.each([
    ['我要投诉楼上半夜装修', 'complaint'],
    ['我要举报饭店用地沟油', 'report'],
    ['我有个建议：多修座椅', 'suggestion'],
    ['我要表扬社区小陈', 'praise'],
    ['请你们派人来修路灯', 'request'],
    ['I want to complain about my neighbour', 'complaint'],
    ['怎么投诉物业', 'consultation'],
    ['我要投诉，流程是什么？', 'consultation'],
    ['你好，居住证怎么办', 'consultation'],
    ['你好', 'small-talk'],
  ])('reads what "%s" wants', (text, intent) => {
    expect(routeIntent(text)).toBe(intent)
  })

  it('offers to file a demand that is described', async () => {
    expect(await step.run(makeTurn('我要投诉楼上半夜装修'), makeTools())).toMatchObject({
      kind: 'question',
      asks: 'intake',
      phrase: { id: 'intake.confirm', values: { matter: '我要投诉楼上半夜装修' } },
      choices: [{ label: 'offer.ticket' }, { label: 'offer.rules' }, { label: 'offer.person' }],
    })
  })

  it('asks what happened where it is not described', async () => {
    expect(await step.run(makeTurn('我要投诉'), makeTools())).toMatchObject({ phrase: { id: 'intake.what-happened' } })
  })

  it('lets a question through', async () => {
    expect(await step.run(makeTurn('居住证怎么办'), makeTools())).toMatchObject({ intent: 'consultation' })
  })
})
