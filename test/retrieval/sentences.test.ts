import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/retrieval/sentences.ts'

describe('splitSentences', () => {
  it('cuts after full stops, semicolons and line ends', () => {
    expect(splitSentences('年满六十周岁可以申请；七十周岁免费。\n办理不收费用！')).toEqual([
      '年满六十周岁可以申请；',
      '七十周岁免费。',
      '办理不收费用！',
    ])
  })

  it('joins what is too short to mean something to what follows', () => {
    expect(splitSentences('能。带身份证到窗口办理。')).toEqual(['能。带身份证到窗口办理。'])
  })

  it('keeps a closing quotation mark with its sentence', () => {
    expect(splitSentences('规定为“不得收费。”违者退还费用。')).toEqual(['规定为“不得收费。”违者退还费用。'])
  })

  it('cuts English before a capital and leaves figures whole', () => {
    expect(splitSentences('The fee is 2.95 yuan a m³. Pay within 30 days.')).toEqual([
      'The fee is 2.95 yuan a m³.',
      'Pay within 30 days.',
    ])
  })
})
