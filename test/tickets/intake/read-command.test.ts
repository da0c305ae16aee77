import { describe, expect, it } from 'vitest'
import { readCommand, saysLeave, saysYes } from '../../../src/tickets/intake/read-command.ts'

describe('read-command', () => {
  it.each([
    '登记工单',
    '请帮我登记一个工单',
    '我要提交诉求',
    '填单',
    '开张单子吧',
    'file a ticket',
    'Please open a ticket',
  ])('reads the wish to file in "%s"', (text) => expect(readCommand(text)).toBe('file'))
  it.each(['是的', '好的', '好', '可以', '行', '嗯嗯', '确认', '对', 'yes', 'OK', 'sure'])(
    'reads a yes in "%s"',
    (text) => expect(readCommand(text)).toBe('confirm'),
  )
  it.each(['算了', '取消', '不登记', '先不', 'never mind', 'cancel'])('reads in "%s" that it is left', (text) =>
    expect(readCommand(text)).toBe('leave'),
  )
  it.each(['不用', '不用了', '没有', 'no'])('reads a no in "%s"', (text) => expect(readCommand(text)).toBe('refuse'))
  it.each([
    '怎么登记工单',
    '登记工单要几天',
    '可以贷多少',
    '好的谢谢，居住证呢',
    '不用身份证行吗',
    '',
    '工单',
    'no parking here',
  ])('reads no command in "%s"', (text) => expect(readCommand(text)).toBeNull())
  it.each(['对，但是时间不对', '不是三号楼', '是五号楼，不是三号楼', 'yes, but change the time'])(
    'reads no plain yes in "%s"',
    (text) => expect(saysYes(text)).toBe(false),
  )
  it('hears that a demand is given up in the middle of a sentence', () => {
    expect(saysLeave('哦他们停了，那算了，不用投诉了')).toBe(true)
    expect(
      saysLeave('他们说不用登记身份证就能住，太不安全了，我要求严查，希望你们尽快派人来看看，不然出事怎么办'),
    ).toBe(false)
  })
})
