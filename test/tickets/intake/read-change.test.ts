import { describe, expect, it } from 'vitest'
import { readChange } from '../../../src/tickets/intake/read-change.ts'

describe('read-change', () => {
  it.each([
    ['不是三号楼，是五号楼', { from: '三号楼', to: '五号楼' }],
    ['时间说错了，是前天', { field: 'when', to: '前天' }],
    ['地址写错了，应该是文昌路121号', { field: 'where', to: '文昌路121号' }],
    ['把时间改成昨天晚上', { field: 'when', to: '昨天晚上' }],
    ['改地点', { field: 'where', to: '' }],
    ['change the time to last Friday', { field: 'when', to: 'last Friday' }],
    ["it's building 5, not building 3", { from: 'building 3', to: 'building 5' }],
    ['电话不对', { field: 'contact', to: '' }],
  ])('reads a correction in "%s"', (text, change) => expect(readChange(text)).toMatchObject(change))

  it.each(['沿江路18号', '昨天晚上', '匿名', '烧烤店油烟太大', 'at night', '每天晚上九点'])(
    'reads none in "%s"',
    (text) => expect(readChange(text)).toBeNull(),
  )
})
