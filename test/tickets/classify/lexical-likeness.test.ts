import { describe, expect, it } from 'vitest'
import { createLexicalLikeness } from '../../../src/tickets/classify/lexical-likeness.ts'

const termsOf = (text: string) => [...text].map((sign) => sign.charCodeAt(0))
const texts = [
  { label: 0, text: 'abc' },
  { label: 0, text: 'abd' },
  { label: 1, text: 'xyza' },
]
const likeness = createLexicalLikeness(texts, 3, termsOf)

describe('likeness by words', () => {
  it('is highest for the class that uses them', () => {
    const [first = 0, second = 0] = likeness(termsOf('bcd'))
    expect(first).toBeGreaterThan(second)
  })

  it('is nothing for words and classes that are unknown', () => {
    expect([...likeness(termsOf('qqq'))]).toEqual([0, 0, 0])
    expect(likeness(termsOf('abc'))[2]).toBe(0)
  })

  it('is less where the text says much that no class knows', () => {
    const [known = 0] = likeness(termsOf('bc'))
    expect(likeness(termsOf('bcqrst'))[0]).toBeLessThan(known)
  })

  it('does not grow with the length of the text', () => {
    expect(likeness(termsOf('bcbcbc'))[0]).toBeCloseTo(likeness(termsOf('bc'))[0] ?? 0, 6)
  })
})
