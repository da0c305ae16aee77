import { describe, expect, it } from 'vitest'
import { splitDemand } from '../../../src/tickets/classify/split-demand.ts'

describe('the pieces of a demand', () => {
  it('are none where it is short', () => {
    expect(splitDemand('路灯不亮。没人修。')).toEqual([])
  })

  it('are its sentences and every two neighbours', () => {
    const pieces = splitDemand('我在这里住了二十年了。楼下新开了一家烧烤店。油烟每天都往我家里冒。')
    expect(pieces).toEqual([
      '我在这里住了二十年了。',
      '楼下新开了一家烧烤店。',
      '油烟每天都往我家里冒。',
      '我在这里住了二十年了。楼下新开了一家烧烤店。',
      '楼下新开了一家烧烤店。油烟每天都往我家里冒。',
    ])
  })

  it('are cut at commas where a story has no other marks', () => {
    const story = Array.from({ length: 12 }, (_, at) => `这是故事的第${at}个部分`).join('，')
    expect(splitDemand(story).length).toBeGreaterThan(12)
  })

  it('are cut between English sentences', () => {
    expect(splitDemand('I have lived here for years. The lamp outside is dark. Nobody comes.')[1]).toBe(
      'The lamp outside is dark.',
    )
  })

  it('are few even of an endless text', () => {
    expect(splitDemand('这里的路面坑坑洼洼的。'.repeat(5000)).length).toBeLessThan(100)
  })
})
