import { describe, expect, it } from 'vitest'
import { readWish } from '../../src/steps/read-wish.ts'

describe('read-wish', () => {
  it.each([
    '登记工单',
    '请帮我登记一个工单',
    '我要提交诉求',
    '填单',
    '开张单子吧',
    'file a ticket',
    'Please open a ticket',
  ])('reads the wish to file in "%s"', (text) => expect(readWish(text)).toBe('file'))
  it.each(['是的', '好的', '好', '可以', '行', '嗯嗯', '确认', '对', 'yes', 'OK', 'sure'])(
    'reads a yes in "%s"',
    (text) => expect(readWish(text)).toBe('confirm'),
  )
  it.each(['不用', '不用了', '算了', '取消', '不登记', '先不', 'no', 'never mind', 'cancel'])(
    'reads a no in "%s"',
    (text) => expect(readWish(text)).toBe('cancel'),
  )
  it.each([
    '怎么登记工单',
    '登记工单要几天',
    '可以贷多少',
    '好的谢谢，居住证呢',
    '不用身份证行吗',
    '',
    '工单',
    'no parking here',
  ])('reads no command in "%s"', (text) => expect(readWish(text)).toBeNull())
})
