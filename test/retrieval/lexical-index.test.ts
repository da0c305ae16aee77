import { describe, expect, it } from 'vitest'
import { buildLexicalData, createLexicalIndex } from '../../src/retrieval/lexical-index.ts'
import { termsOf } from '../../src/retrieval/terms.ts'

const indexOf = (...texts: string[]) => createLexicalIndex(buildLexicalData(texts.map(termsOf)))
const query = (text: string) => new Map(termsOf(text).map((term) => [term, 1]))

describe('the lexical index', () => {
  it('scores the entry with the rarer words higher', () => {
    const { scores } = indexOf('办理养犬登记', '办理居住登记', '办理婚姻登记').score(query('养犬登记'))
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0)
    expect(scores[1]).toBeCloseTo(scores[2] ?? 0)
  })

  it('prefers the shorter of two entries with the same words', () => {
    const { scores } = indexOf('养犬登记', '养犬登记以及其他许多与此无关的事项一并办理').score(query('养犬登记'))
    expect(scores[0]).toBeGreaterThan(scores[1] ?? 0)
  })

  it('follows the BM25 formula with k1 .9 and b .4', () => {
    const { scores, idfSum } = indexOf('ab ab cd', 'ef').score(query('ab'))
    const idf = Math.log(1 + (2 - 1 + 0.5) / 1.5)
    const norm = 0.9 * (1 - 0.4 + (0.4 * 3) / 2)
    expect(scores[0]).toBeCloseTo((idf * 2 * 1.9) / (2 + norm), 5)
    expect(idfSum).toBeCloseTo(idf, 5)
  })

  it('knows which words stand anywhere', () => {
    const index = indexOf('养犬登记')
    expect(termsOf('养犬').every(index.has)).toBe(true)
    expect(termsOf('养猫').every(index.has)).toBe(false)
  })

  it('answers from an empty list of entries', () => {
    expect(indexOf().score(query('养犬')).scores).toHaveLength(0)
  })
})
