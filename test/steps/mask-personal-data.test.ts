import { describe, expect, it } from 'vitest'
import { isOutcome } from '../../src/core/step.ts'
import { maskPersonalData } from '../../src/steps/mask-personal-data.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

async function mask(text: string) {
  const turn = await maskPersonalData.run(makeTurn(text), makeTools())
  if (isOutcome(turn)) throw new Error('masking ends no turn')
  return { text: turn.message.text, query: turn.query, masked: turn.masked }
}

describe('mask-personal-data', () => {
  it.each([
    ['我叫张伟，想问低保', '张伟'],
    ['我叫李来福', '李来福'],
    ['我叫王小二我想投诉物业', '王小二'],
    ['您好我叫欧阳明月，请问', '欧阳明月'],
    ['我叫阿不都热依木·买买提，问居住证', '阿不都热依木·买买提'],
    ['姓名：陈建国 电话', '陈建国'],
    ['我老公叫赵铁柱，他失业了', '赵铁柱'],
    ['孩子叫刘子涵，今年上小学', '刘子涵'],
    ['我是孙丽，住在云汀', '孙丽'],
    ['My name is John Smith, how do I register?', 'John Smith'],
    ['my name is li lei and i live in yunting', 'li lei'],
    ["I'm John Smith, my permit expired", 'John Smith'],
  ])('takes the name out of "%s"', async (text, name) => {
    const { text: clean, masked } = await mask(text)
    expect(clean).not.toContain(name)
    expect(masked).toContainEqual({ placeholder: '〔姓名1〕', kind: 'name', value: name })
  })

  it.each([
    ['with its right check digit', '110101199003070513'],
    ['with a wrong check digit', '110101199003070512'],
    ['that ends in X', '11010119900307002X'],
    ['of seventeen digits', '11010119900307051'],
    ['of the old fifteen digits', '110101900307051'],
    ['in groups', '110101 19900307 0513'],
    ['with hyphens', '110101-19900307-0513'],
    ['digit by digit', '1 1 0 1 0 1 1 9 9 0 0 3 0 7 0 5 1 3'],
  ])('takes out an identity number %s', async (_, number) => {
    const { text, masked } = await mask(`我的号是${number}，能办居住证吗`)
    expect(text).toBe('我的号是〔证件号1〕，能办居住证吗')
    expect(masked[0]?.value).toBe(number)
  })

  it.each([
    ['13800138000'],
    ['138 0013 8000'],
    ['138-0013-8000'],
    ['138.0013.8000'],
    ['+86 13800138000'],
    ['86-138-0013-8000'],
    ['0571-85123456'],
    ['010 6512 3456'],
    ['02085123456'],
  ])('takes out the telephone number %s', async (number) => {
    expect((await mask(`请打${number}联系我`)).text).toMatch(/^请打\+?〔电话1〕联系我$/u)
  })

  it.each([
    ['full-width digits', '１３８００１３８０００'],
    ['mathematical digits', '𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎'],
    ['Arabic digits', '١٣٨٠٠١٣٨٠٠٠'],
    ['zero-width spaces inside', '138\u200b0013\u200b8000'],
    ['keycap emoji', '1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣'],
    ['bidirectional controls inside', '\u202e138\u202c00138000'],
  ])('takes out a telephone number in %s', async (_, number) => {
    expect((await mask(`打${number}找我`)).text).toBe('打〔电话1〕找我')
  })

  it('takes out a number that is written in Chinese digits', async () => {
    expect((await mask('我电话一三八零零一三八零零零')).text).toBe('我电话〔电话1〕')
  })

  it('takes out several numbers that stand side by side', async () => {
    const { text } = await mask('13800138000 13900139000，110101199003070513 13700137000')
    expect(text).toBe('〔电话1〕 〔电话2〕，〔证件号1〕 〔电话3〕')
  })

  it('takes out a telephone number behind a year', async () => {
    expect((await mask('2026 13800138000')).text).toBe('2026 〔电话1〕')
  })

  it.each([
    ['银行卡6222021234567890128', '6222021234567890128'],
    ['卡号是 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['公积金账号 123456789012', '123456789012'],
    ['浙A·12345被贴条了', '浙A·12345'],
    ['云AD12345没年检', '云AD12345'],
    ['京A1234警停在消防通道', '京A1234警'],
    ['发到zhang.san+12345@example.com', 'zhang.san+12345@example.com'],
    ['护照号E12345678丢了', 'E12345678'],
    ['my passport number is EA1234567', 'EA1234567'],
    ['我家幸福路12号3栋402室漏水', '3栋402室'],
    ['我住在滨江区幸福路12号3栋2单元402室', '幸福路12号'],
    ['住阳光小区5号楼1单元301', '阳光小区5号楼'],
    ['幸福路12号楼上402室太吵', '402室'],
    ['I live at 12 Xingfu Road, Room 402', '12 Xingfu Road'],
    ['my address is 5 Lake Street, Building 3', '5 Lake Street'],
    ['call me at 138 0013 8000', '138 0013 8000'],
    ['电话是85123456', '85123456'],
  ])('takes the personal part out of "%s"', async (text, part) => {
    const clean = await mask(text)
    expect(clean.text).not.toContain(part)
    expect(clean.query).not.toContain(part)
    expect(clean.masked.length).toBeGreaterThan(0)
  })

  it('keeps the district of an address, because the rule depends on it', async () => {
    expect((await mask('我住在云汀市滨江区幸福路12号3栋402室')).text).toBe('我住在云汀市滨江区〔地址1〕')
  })

  it.each([
    '国办函〔2025〕66号是什么',
    '云公规〔2023〕3号还有效吗',
    '国务院令第663号',
    '打12345、110、12333、12315都没人接',
    '投诉电话 12315 12345 哪个对',
    '95598是供电的电话吗',
    '我的工单20261123-000123到哪了',
    '补贴3800元，贷款1200000元',
    '2026-01-01至2026-12-31有效',
    '2025年1月1日到2026年12月31日',
    '2025.01.01-2025.12.31的社保',
    'GB/T 33358-2016',
    '月薪10000，扣了2000 3000 4000',
    '我叫了救护车',
    '我叫车被拒载怎么投诉',
    '我叫什么名字可以改吗',
    '这个叫做居住证吗',
    '我是农民工，工资没发',
    '我是单身人士',
    '人民路88号的政务中心几点上班',
    '3楼的窗口在哪',
    'I am American and I live in Yunting',
    'my name is wrong on the permit',
    '统一社会信用代码91110000MA01234567',
    '13800138000元够首付吗',
    '贵州A级景区',
  ])('leaves "%s" as it is', async (text) => {
    expect(await mask(text)).toMatchObject({ text, masked: [] })
  })

  it('gives the same value the same placeholder', async () => {
    const { text, masked } = await mask('13800138000，再说一遍13800138000')
    expect(text).toBe('〔电话1〕，再说一遍〔电话1〕')
    expect(masked).toHaveLength(1)
  })

  it('gives a new value a number that no earlier message of the conversation has used', async () => {
    const history = [makeExchange('我的电话〔电话1〕打不通')]
    const turn = await maskPersonalData.run(makeTurn('换一个：13900139000', { history }), makeTools())
    expect(turn).toMatchObject({ message: { text: '换一个：〔电话2〕' } })
  })

  it('puts every value in the list from which it can be put back', async () => {
    const said = '我叫张伟，电话13800138000，浙A12345'
    const { text, masked } = await mask(said)
    expect(masked.reduce((clear, { placeholder, value }) => clear.replaceAll(placeholder, value), text)).toBe(said)
  })

  it('strips characters that cannot be seen, and halves of characters', async () => {
    expect((await mask('居\u200b住\u202e证\ud800怎\u0000么办\u{e0041}')).text).toBe('居住证怎么办')
  })
})
