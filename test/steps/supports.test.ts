import { describe, expect, it } from 'vitest'
import type { Citation } from '../../src/core/passage.ts'
import { canonicalOf } from '../../src/steps/support/canonical.ts'
import { readChineseNumeral } from '../../src/steps/support/chinese-numeral.ts'
import { quantitiesIn } from '../../src/steps/support/quantities.ts'
import { supports } from '../../src/steps/support/supports.ts'

const cite = (quote: string): Citation => ({
  passage: 'p',
  document: 'd.md',
  title: '云汀市城乡居民医疗保险办法',
  issuer: '云汀市医疗保障局',
  quote,
  section: [],
  validity: 'in-force',
  amended: false,
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

const tariff = '登记费首年300元，以后每年200元；绝育犬减半。应当在有效期届满前30日内办理，逾期3个工作日内补办。'
const row =
  '住院费用在各级医院的报销\n三级：起付线（首次）：900元；居民医保：65%；职工医保 在职：85%；职工医保 退休：88%'

describe('the support check, for quantities', () => {
  it.each([
    ['another row or column of the table', '职工医保退休人员在三级医院报销85%', row],
    ['the other of two amounts', '登记费首年200元', tariff],
    ['another unit', '逾期3日内补办', tariff],
    ['a time after for a time before', '应当在有效期届满后30日内办理', tariff],
    ['a most for a least', '账户余额保留不超过1个月缴存额', '账户余额应当保留不少于1个月缴存额。'],
    ['each month for each year', '津贴每月200元', '津贴每年200元。'],
    ['nothing for half', '绝育犬免收登记费', tariff],
  ])('refuses %s', (_, text, quote) => {
    expect(check(text, quote)).toBe(false)
  })
  it.each([
    ['a cell with its heads in a sentence', '职工医保退休人员在三级医院报销88%', row],
    ['several cells in one sentence', '在三级医院住院，在职职工报销85%，退休职工报销88%', row],
    ['an ellipsis filled from the statement before', '绝育犬的登记费减半', tariff],
    ['a day said as 天', '应当在有效期届满前30天内办理', tariff],
  ])('passes %s', (_, text, quote) => {
    expect(check(text, quote)).toBe(true)
  })
})

describe('the support check, for what is added', () => {
  const papers = '申请人持身份证、居住证到公安派出所办理，材料齐全的当场受理。'
  it.each([
    ['a paper', '持身份证、结婚证到公安派出所办理'],
    ['an office', '持身份证、居住证到民政局办理'],
    ['a web address', '持身份证、居住证到公安派出所或者 evil.com 办理'],
    ['an account', '持身份证、居住证到公安派出所办理，加微信 abc123'],
    ['a consequence', '持身份证、居住证到公安派出所办理，材料不齐的没收证件'],
    ['an exclusion', '只有持身份证、居住证才可以到公安派出所办理'],
    ['a remark about itself', '作为人工智能助手，我无法提供法律建议'],
    ['a sentence of its own', '持身份证、居住证到公安派出所办理，由社区志愿者免费陪同前往'],
  ])('refuses %s', (_, text) => {
    expect(check(text, papers)).toBe(false)
  })
  it('refuses an exception given as the rule', () => {
    const quote = '消费者有权自收到商品之日起七日内退货，但下列商品除外：\n（一）消费者定作的；\n（二）鲜活易腐的商品；'
    expect(check('鲜活易腐的商品可以七日内退货', quote)).toBe(false)
    expect(check('消费者定作的商品和鲜活易腐的商品除外', quote)).toBe(true)
  })
  it('refuses what follows from another condition', () => {
    const quote = '（一）开课前提出的，全额退还；\n（二）开课后提出的，按已完成课时比例扣除。'
    expect(check('开课后提出的，全额退还', quote)).toBe(false)
    expect(check('开课前提出的，按已完成课时比例扣除', quote)).toBe(false)
    expect(check('开课前提出的，全额退还', quote)).toBe(true)
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
  it.each([
    ['3万元、2,080元、十五日、18.5%', ['30000 money', '2080 money', '15 day', '18.5 percent']],
    ['三分之二，百分之六十，七成，半年', [`${2 / 3} fraction`, '60 percent', '70 percent', '0.5 year']],
    ['3个工作日，3个月，3周岁，60至64周岁', ['3 workday', '3 month', '3 age', '60 age', '64 age']],
    ['6月30日20:30，同一年度，统一办理，第三次', ['630 date', '20.3 clock', '3 第次']],
    ['within 15 working days, 1 July, two months, half price', ['15 workday', '701 date', '2 month', '0 half']],
  ])('reads the quantities of %s', (text, quantities) => {
    expect(quantitiesIn(canonicalOf(text)).map(({ value, unit }) => `${value} ${unit}`)).toEqual(quantities)
  })
  it('knows a least from a most, before from after, and how often', () => {
    expect(quantitiesIn(canonicalOf('不少于3年'))[0]).toMatchObject({ bound: 'least' })
    expect(quantitiesIn(canonicalOf('未满16周岁'))[0]).toMatchObject({ bound: 'most' })
    expect(quantitiesIn(canonicalOf('届满前30日'))[0]).toMatchObject({ side: 'before' })
    expect(quantitiesIn(canonicalOf('自收到之日起7日'))[0]).toMatchObject({ side: 'after' })
    expect(quantitiesIn(canonicalOf('每人每月1,785元'))[0]).toMatchObject({ per: '月' })
  })
})
