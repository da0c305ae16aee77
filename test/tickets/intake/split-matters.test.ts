import { describe, expect, it } from 'vitest'
import { splitMatters } from '../../../src/tickets/intake/split-matters.ts'

describe('a message of several matters', () => {
  it.each([
    ['我要投诉烧烤店油烟太大，另外还要反映小区路灯坏了一个月', '我要投诉烧烤店油烟太大', ['反映小区路灯坏了一个月']],
    ['楼上天天装修扰民。还有一件事，小区门口的垃圾没人收', '楼上天天装修扰民', ['小区门口的垃圾没人收']],
    [
      'Loud music every night. Another problem is that the street light is broken',
      'Loud music every night',
      ['that the street light is broken'],
    ],
  ])('is cut where it says so itself: "%s"', (text, first, others) => {
    expect(splitMatters(text)).toEqual({ first, others })
  })

  it('keeps all of them, without numbering and without who speaks', () => {
    const text = '两件事，第一，楼上天天装修扰民，第二，小区路灯坏了没人修，还有一件事，健身器材坏了。我电话〔电话1〕'
    expect(splitMatters(text)).toEqual({ first: '楼上天天装修扰民', others: ['小区路灯坏了没人修', '健身器材坏了。'] })
  })

  it.each([
    '我要投诉烧烤店油烟太大，另外味道也很难闻',
    '路灯坏了没人修，还有就是希望快一点',
    '他还打了我一巴掌，我要投诉',
    'The bar is too loud and also smells',
    '昨晚楼上又装修，我还要上班',
  ])('is one where it only goes on: "%s"', (text) => {
    expect(splitMatters(text)).toEqual({ first: text, others: [] })
  })
})
