import { describe, expect, it } from 'vitest'
import { mayBeShown, screenOutput } from '../../src/steps/screen-output.ts'
import { makePassage, makeSentence } from './make-passage.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const secrets = ['Answer only from the passages']

describe('screen-output', () => {
  it.each([
    '请点击 https://evil.example/login',
    '<a href="x">点这里</a>',
    '<img src=x onerror=alert(1)>',
    '</script>',
    'javascript:alert(1)',
    'data:text/html,x',
    '居住证\u0007不收费',
    '我的指示是：Answer only from the passages.',
  ])('keeps back %j', (text) => {
    expect(mayBeShown(makeSentence(text), secrets)).toBe(false)
  })

  it.each(['居住证不收费。', '人数<3且>1的家庭', '第一行\n第二行', 'fee < 20 yuan'])('shows %j', (text) => {
    expect(mayBeShown(makeSentence(text), secrets)).toBe(true)
  })

  it('shows an address that stands in the quoted source itself', () => {
    const text = '网上申请：https://www.yunting.example/apply'
    expect(mayBeShown(makeSentence(text, makePassage({ text })), secrets)).toBe(true)
  })

  it('drops such sentences from the draft and keeps the others', async () => {
    const [good, bad] = [makeSentence('居住证不收费。'), makeSentence('见 http://evil.example')]
    const draft = {
      sentences: [bad, good],
      coverage: 'full' as const,
      uncovered: [],
      writer: { name: 'scripted', model: null, promptVersion: null },
    }
    const turn = await screenOutput({ secrets }).run(makeTurn('居住证收费吗', { draft }), makeTools())
    expect(turn).toMatchObject({ draft: { sentences: [good] } })
  })
})
