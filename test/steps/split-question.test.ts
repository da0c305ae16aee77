import { describe, expect, it } from 'vitest'
import { splitQuestion } from '../../src/steps/split-question.ts'

describe('split-question', () => {
  it.each([
    ['居住证怎么办？要多少钱？', ['居住证怎么办？', '要多少钱？']],
    ['居住证怎么办，另外公积金怎么提', ['居住证怎么办', '公积金怎么提']],
    ['低保能领吗，残疾证怎么办', ['低保能领吗', '残疾证怎么办']],
    ['How do I register? What does it cost?', ['How do I register?', 'What does it cost?']],
    ['where is the office and also, how much is it', ['where is the office and also, how much is it']],
  ])('cuts "%s" into its questions', (text, questions) => {
    expect(splitQuestion(text)).toEqual(questions)
  })

  it('puts what is only told before the question that follows', () => {
    expect(splitQuestion('我失业了。失业金怎么领？医保还能用吗？')).toEqual([
      '我失业了。，失业金怎么领？',
      '医保还能用吗？',
    ])
  })

  it('puts what is told at the end behind the last question', () => {
    expect(splitQuestion('失业金怎么领？医保能用吗？我是外地的')).toEqual([
      '失业金怎么领？',
      '医保能用吗？，我是外地的',
    ])
  })

  it.each(['居住证怎么办', '我想投诉。邻居太吵。', '', '？', '。。。'])('leaves "%s" whole', (text) => {
    expect(splitQuestion(text)).toEqual([text])
  })

  it('leaves a message of too many questions whole', () => {
    const text = '甲怎么办？乙怎么办？丙怎么办？丁怎么办？'
    expect(splitQuestion(text)).toEqual([text])
  })
})
