import { describe, expect, it } from 'vitest'
import { offerPerson, wantsPerson } from '../../src/steps/offer-person.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

describe('offer-person', () => {
  it.each([
    '转人工',
    '转 人 工'.replaceAll(' ', ''),
    '轉人工',
    '人工',
    '人工！',
    '0',
    '０',
    '#',
    '请转人工客服',
    '要不转人工吧',
    '怎么不转人工',
    '为什么不给我转人工',
    '还不转人工吗',
    '要不要转人工？要',
    '能不能转人工',
    '我不用机器人，转人工',
    '别用机器人糊弄我，换人',
    '换个人来',
    '给我换个真人',
    '让人来跟我说',
    '不要机器人',
    '机器人就会敷衍我',
    '找个活人',
    '叫你们接线员来',
    'zhuan rengong',
    'can I talk to a real person',
    'speak with someone please',
    "I don't want a bot, I want a human",
    "why don't you connect me to an agent",
    'operator',
  ])('hears the wish for a person in "%s"', (text) => {
    expect(wantsPerson(text)).toBe(true)
  })

  it.each([
    '不用转人工',
    '不用转人工，我就想问居住证多少钱',
    '不要转人工',
    '别转人工',
    '我不需要人工',
    '先不转人工',
    '不想找客服，直接告诉我怎么办',
    "I don't want a human, just tell me the fee",
    'no need for an agent',
    '户主换人怎么办理',
    '业委会换人要开会吗',
    '人工智能企业有补贴吗',
    '人工服务时间是几点',
    '工作人员态度不好怎么投诉',
    '客服电话是多少',
    'human resources bureau hours',
    '0元公租房是什么',
    '110',
  ])('does not hear one in "%s"', (text) => {
    expect(wantsPerson(text)).toBe(false)
  })

  it('hands over with the matter last asked about and what was tried', async () => {
    const turn = makeTurn('转人工', { history: [makeExchange('居住证怎么办')] })
    expect(await offerPerson().run(turn, makeTools())).toEqual({
      kind: 'handover',
      handover: { reason: 'asked-for', summary: '居住证怎么办', tried: ['居住证怎么办 → unanswered'] },
    })
  })

  it.each([
    [
      'means a wish, clearly nearer to wishes than to the rest',
      '找个懂行的跟我唠唠',
      { kind: 'person', fit: 0.7, margin: 0.1 },
      true,
    ],
    [
      'is only as near to wishes as to the rest',
      '找个懂行的跟我唠唠',
      { kind: 'person', fit: 0.7, margin: 0.01 },
      false,
    ],
    ['is near to nothing', '找个懂行的跟我唠唠', { kind: 'person', fit: 0.4, margin: 0.2 }, false],
    ['declines a person', '先不用转人工，谢谢', { kind: 'person', fit: 0.9, margin: 0.3 }, false],
    ['tells a long story', `我家楼上${'天天装修'.repeat(20)}`, { kind: 'person', fit: 0.9, margin: 0.3 }, false],
  ])('judges a message that no rule knows by its meaning: one that %s', async (_, text, match, wanted) => {
    const result = await offerPerson({ recognize: async () => match }).run(makeTurn(text), makeTools())
    expect('kind' in result && result.kind === 'handover').toBe(wanted)
  })

  it('goes on by the rules where the model fails', async () => {
    const step = offerPerson({ recognize: async () => Promise.reject(new Error('no model')) })
    expect(await step.run(makeTurn('转人工'), makeTools())).toMatchObject({ kind: 'handover' })
    expect(await step.run(makeTurn('找个懂行的跟我唠唠'), makeTools())).toMatchObject({ query: '找个懂行的跟我唠唠' })
  })

  it('lets every other message pass unchanged', async () => {
    const turn = makeTurn('居住证怎么办')
    expect(await offerPerson().run(turn, makeTools())).toBe(turn)
  })
})
