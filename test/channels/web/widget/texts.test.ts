import { describe, expect, it } from 'vitest'
import { markedPieces } from '../../../../channels/web/marked-pieces.ts'
import { findQuote } from '../../../../channels/web/widget/find-quote.ts'

describe('marked pieces', () => {
  it('give the text back whole, with its marks', () => {
    expect(markedPieces('自受理之日起15日内', [[6, 9]])).toEqual([
      { text: '自受理之日起', marked: false },
      { text: '15日', marked: true },
      { text: '内', marked: false },
    ])
  })

  it.each([
    [
      [
        [2, 4],
        [0, 3],
      ] as const,
    ],
    [
      [
        [3, 99],
        [-5, 1],
      ] as const,
    ],
    [[[4, 2]] as const],
    [[] as const],
  ])('lose and double no character whatever the marks are: %j', (marks) => {
    expect(
      markedPieces('一二三四五', marks)
        .map(({ text }) => text)
        .join(''),
    ).toBe('一二三四五')
  })
})

describe('a quote in its passage', () => {
  it('is found as it stands', () => {
    expect(findQuote('第八条 居住证免费。', '居住证免费')).toEqual([4, 9])
  })

  it('is found where lines are broken otherwise', () => {
    const text = '第八条\n居住证\n 免费。'
    const found = findQuote(text, '居住证免费。')
    expect(text.slice(...(found ?? [0, 0]))).toBe('居住证\n 免费。')
  })

  it('is not found where it does not stand, and an empty one nowhere', () => {
    expect(findQuote('居住证免费。', '居住证收费')).toBeNull()
    expect(findQuote('居住证免费。', '')).toBeNull()
    expect(findQuote('', '居住证')).toBeNull()
  })
})
