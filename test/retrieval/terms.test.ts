import { describe, expect, it } from 'vitest'
import { normalize, normalizeForModel } from '../../src/retrieval/normalize.ts'
import { withoutQuestionWords } from '../../src/retrieval/question-words.ts'
import { termsOf } from '../../src/retrieval/terms.ts'

describe('normalize', () => {
  it.each([
    ['居留證怎麼辦理', '居留证怎么办理'],
    ['以後、馀额', '以后、余额'],
    ['ＡＰＰ１２３４５', 'app12345'],
    ['Covid-19', 'covid-19'],
  ])('reads %s as %s', (text, plain) => {
    expect(normalize(text)).toBe(plain)
  })

  it('keeps Chinese punctuation for a model', () => {
    expect(normalizeForModel('公積金：怎麼提取？ＡＢ１')).toBe('公积金：怎么提取？ab1')
  })
})

describe('termsOf', () => {
  it('pairs neighbouring Chinese characters within a run', () => {
    expect(termsOf('公积金')).toEqual([...termsOf('公积'), ...termsOf('积金')])
    expect(termsOf('公，积')).not.toEqual(termsOf('公积'))
  })

  it('finds traditional and full-width forms equal to the plain ones', () => {
    expect(termsOf('養犬登記ＡＢ')).toEqual(termsOf('养犬登记ab'))
  })

  it.each([
    ['registered dogs', 'register dog'],
    ['companies', 'company'],
    ['applying', 'apply'],
    ['fees', 'fee'],
    ['housing', 'house'],
    ['refunded', 'refund'],
  ])('takes %s and %s for the same words', (a, b) => {
    expect(termsOf(a)).toEqual(termsOf(b))
  })

  it('does not read the parts of a web address as words', () => {
    expect(termsOf('见 https://www.yunting.example/shebao 。')).toEqual(termsOf('见 。'))
  })
})

describe('withoutQuestionWords', () => {
  it('drops what every question has', () => {
    expect(withoutQuestionWords('请问怎么办理养犬登记呢？')).toBe('养犬登记 ?')
    expect(withoutQuestionWords('How do I register my dog?')).toBe('register dog?')
  })

  it('keeps a question that is nothing but question words', () => {
    expect(withoutQuestionWords('怎么办')).toBe('怎么办')
  })
})
