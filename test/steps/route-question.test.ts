import { describe, expect, it } from 'vitest'
import { routeQuestion } from '../../src/steps/route-question.ts'
import { intake } from '../tickets/intake/make-intake.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const step = routeQuestion({ intake, attachmentOf: () => Promise.resolve(null) })

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

  it('takes down what says itself that it is a demand', async () => {
    expect(await step.run(makeTurn('我要投诉楼上半夜装修'), makeTools())).toMatchObject({
      kind: 'question',
      asks: 'intake',
      intake: { asking: 'where', draft: { kind: 'complaint', description: '我要投诉楼上半夜装修' } },
    })
  })

  it('asks what happened where it is not described', async () => {
    expect(await step.run(makeTurn('我要投诉'), makeTools())).toMatchObject({ intake: { asking: 'what' } })
  })

  it.each([
    ['居住证怎么办', 'consultation'],
    ['我要投诉物业乱收费，找谁？', 'complaint'],
    ['楼下烧烤店油烟太大', 'complaint'],
  ])('lets "%s" through as a %s', async (text, intent) => {
    expect(await step.run(makeTurn(text), makeTools())).toMatchObject({ intent })
  })

  it('takes down what means praise or a suggestion, which no policy answers, and lets what means a complaint be answered first', async () => {
    const none = { consultation: 0, request: 0, complaint: 0, report: 0, suggestion: 0, praise: 0 }
    const meaning = (change: Partial<typeof none>) =>
      routeQuestion({
        intake,
        attachmentOf: () => Promise.resolve(null),
        guessKind: async () => ({ ...none, ...change }),
      })
    const said = makeTurn('这边要是能修个小公园多好')
    expect(await meaning({ suggestion: 1 }).run(said, makeTools())).toMatchObject({
      ...{ kind: 'question', asks: 'intake', intake: { draft: { kind: 'suggestion' } } },
    })
    expect(await meaning({ complaint: 1 }).run(said, makeTools())).toMatchObject({ intent: 'complaint' })
    expect(await meaning({ consultation: 1 }).run(said, makeTools())).toMatchObject({ intent: 'consultation' })
  })
})
