import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/core/passage.ts'
import { readChineseNumeral, numbersIn } from '../../src/steps/support/numbers.ts'
import { supports } from '../../src/steps/support/supports.ts'

const cite = (quote: string): Citation => ({
  passage: 'p',
  document: 'd.md',
  title: '云汀市城乡居民医疗保险办法',
  issuer: '云汀市医疗保障局',
  quote,
  section: [],
  validity: 'in-force',
  effective: null,
  expires: null,
  region: ['云汀市'],
  url: null,
})
const check = (text: string, ...quotes: string[]) => supports({ text, citations: quotes.map(cite) })

const hospital = '参保居民住院报销比例：一级医院90%，二级医院80%，三级医院65%。起付标准分别为200元、500元、900元。'
const deposit = '用人单位不得以任何理由向劳动者收取押金。劳动者可以随时提出查询。'

describe('the support check', () => {
  it('passes words that stand in the quote', () => {
    expect(check('三级医院65%', hospital)).toBe(true)
    expect(check('用人单位不得以任何理由向劳动者收取押金。', deposit)).toBe(true)
  })
  it('passes a rewording that keeps numbers and names', () => {
    expect(check('居民在一级医院住院，报销比例是90%。', hospital)).toBe(true)
    expect(check('起付标准是200元、500元和900元。', hospital)).toBe(true)
  })
  it('refuses a sentence without a citation', () => {
    expect(supports({ text: '三级医院65%', citations: [] })).toBe(false)
  })
  it('refuses a number that is not in the quote', () => {
    expect(check('一级医院报销比例是95%。', hospital)).toBe(false)
  })
  it('refuses a number said of something else', () => {
    expect(check('三级医院住院报销比例90%', hospital)).toBe(false)
  })
  it('refuses the opposite', () => {
    expect(check('用人单位可以向劳动者收取押金。', deposit)).toBe(false)
    expect(check('向劳动者收取押金', deposit)).toBe(false)
  })
  it('refuses a permission turned into a duty', () => {
    expect(check('劳动者必须随时提出查询。', deposit)).toBe(false)
  })
  it('refuses a name or an office that no quote knows', () => {
    expect(check('三级医院65%，依据《社会保险法》。', hospital)).toBe(false)
    expect(check('参保居民住院报销比例由澄江市医疗保障局确定：一级医院90%。', hospital)).toBe(false)
  })
  it('refuses something else altogether', () => {
    expect(check('领取失业金需要本人到窗口办理。', hospital)).toBe(false)
  })
  it('treats different ways of writing a number as the same', () => {
    expect(check('应当在三十日内提出申请', '当事人应当自知道之日起30日内提出申请。')).toBe(true)
    expect(check('最高可贷60万元', '单人最高可以贷款600000元，最高可贷额度每年公布。')).toBe(true)
  })
  it('works for English', () => {
    const quote = 'You must register within 24 hours of arrival. Hotels register you; you do not need to go yourself.'
    expect(check('You must register within 24 hours of arrival.', quote)).toBe(true)
    expect(check('Register within 48 hours of arrival.', quote)).toBe(false)
    expect(check('You need to go yourself.', quote)).toBe(false)
  })
})

describe('numbers', () => {
  it.each([
    ['二十四', 24],
    ['一百五', 150],
    ['一百零五', 105],
    ['两千', 2000],
    ['十五', 15],
    ['三万六千', 36_000],
    ['二〇二六', 2026],
  ])('reads %s', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value)
  })
  it('finds Arabic, Chinese and scaled numbers', () => {
    expect(numbersIn('3万元、2,080元、十五日、18.5%')).toEqual([30_000, 2080, 15, 18.5])
  })
})
