import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/core/outcome.ts'
import { isFollowUp } from '../../src/steps/read-follow-up.ts'
import { rephraseQuestion } from '../../src/steps/rephrase-question.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const asksPlace: Outcome = { kind: 'question', asks: 'place', phrase: { id: 'place.ask', values: {} }, choices: [] }
const queryOf = async (text: string, given: Parameters<typeof makeTurn>[1]) => {
  const turn = await rephraseQuestion.run(makeTurn(text, given), makeTools())
  return 'query' in turn ? turn.query : null
}

describe('rephrase-question', () => {
  it.each([
    '那外地户口呢？',
    '要带什么？',
    '多少钱？',
    '在哪办',
    '多久能办好',
    '什么时候截止',
    '周六上班吗',
    '要户口本吗',
    '能代办吗',
    '可以网上办吗',
    '过期了怎么办',
    '如果丢了怎么补',
    '它有效期多久',
    '90岁的呢',
    '有车可以吗',
    '？',
  ])('takes "%s" for a follow-up', (text) => expect(isFollowUp(text, 'zh')).toBe(true))
  it.each([
    'how much does it cost?',
    'and how much is the fee',
    'what documents do I need',
    'what about children?',
    'how long does that take',
    'is it free',
    'where is the office',
  ])('takes "%s" for a follow-up', (text) => expect(isFollowUp(text, 'en')).toBe(true))
  it.each([
    '失业金一个月多少',
    '暖气不热怎么办',
    '高龄津贴多少钱',
    '另外残疾证怎么办',
    '还有，停车收费标准是什么',
    '对了，敬老卡怎么办理',
    '换个问题，法律援助怎么申请',
    '居民医保一年交多少钱',
  ])('takes "%s" for a question of its own', (text) => expect(isFollowUp(text, 'zh')).toBe(false))
  it.each(['how do I exchange my driving licence', 'what is the minimum wage', 'how much is a bus ticket'])(
    'takes "%s" for a question of its own',
    (text) => expect(isFollowUp(text, 'en')).toBe(false),
  )

  it('puts the subject of the question before in front', async () => {
    expect(await queryOf('要多少钱', { history: [makeExchange('居住证怎么办')] })).toBe('居住证办 要多少钱')
  })

  it('remembers the matter before for a message that could stand alone and has words that point back', async () => {
    const history = [makeExchange('火车托运的行李过了点还没到怎么办')]
    const contextOf = async (text: string) => {
      const turn = await rephraseQuestion.run(makeTurn(text, { history }), makeTools())
      return 'context' in turn ? turn.context : undefined
    }
    expect(await contextOf('那拖到第几天就能当丢了叫他们赔偿损失')).toBe('火车托运的行李过了点还没到怎么办')
    expect(await contextOf('失业保险金一个月能领多少钱')).toBeNull()
  })

  it('lets only the follow-up ask, where it asks for another side of the matter', async () => {
    expect(await queryOf('那多少钱', { history: [makeExchange('养狗怎么办证')] })).toBe('养狗办证 那多少钱')
    expect(await queryOf('那低保户呢', { history: [makeExchange('居民医保多少钱')] })).toBe('居民医保多少钱 那低保户呢')
  })

  it('leaves no mark between them that would make two questions of one', async () => {
    expect(await queryOf('要多少钱', { history: [makeExchange('居住证怎么办？')] })).toBe('居住证办 要多少钱')
  })

  it('drops what was only asked in passing, and keeps what narrowed the subject', async () => {
    const passing = [makeExchange('要多少钱', { query: '居住证怎么办 要多少钱' })]
    expect(await queryOf('多久能下来', { history: passing })).toBe('居住证办 多久能下来')
    const narrower = [makeExchange('那外地户口呢', { query: '身份证怎么办 那外地户口呢' })]
    expect(await queryOf('多久', { history: narrower })).toBe('身份证办 那外地户口 多久')
  })

  it('does not let the subject grow without end', async () => {
    const history = [makeExchange('那外地户口呢'.repeat(300))]
    expect((await queryOf('多久', { history }))?.length).toBeLessThan(250)
  })

  it('leans on the last question about a matter, over a word of thanks', async () => {
    const thanks: Outcome = { kind: 'reply', phrase: { id: 'talk.thanks', values: {} }, choices: [], gives: {} }
    const history = [makeExchange('低保怎么申请'), makeExchange('谢谢', { outcome: thanks })]
    expect(await queryOf('要什么材料', { history })).toBe('低保申请 要什么材料')
  })

  it('keeps the place of the question before', async () => {
    const history = [makeExchange('滨江养狗怎么办证', { region: ['云汀市', '滨江区'] })]
    expect(await rephraseQuestion.run(makeTurn('那多少钱', { history }), makeTools())).toMatchObject({
      region: ['云汀市', '滨江区'],
    })
  })

  it('puts an answer to "which place?" behind the question', async () => {
    const history = [makeExchange('养狗怎么办证', { outcome: asksPlace })]
    expect(await queryOf('滨江区', { history })).toBe('养狗怎么办证 滨江区')
  })

  it('lets another question through though a place was asked for', async () => {
    const history = [makeExchange('养狗怎么办证', { outcome: asksPlace })]
    expect(await queryOf('算了，高龄津贴多少钱', { history })).toBe('算了，高龄津贴多少钱')
  })

  it('leaves the first message of a conversation as it is', async () => {
    expect(await queryOf('多少钱', {})).toBe('多少钱')
  })
})
