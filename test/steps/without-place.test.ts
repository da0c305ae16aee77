import { describe, expect, it } from 'vitest'
import { createWithoutPlace } from '../../src/steps/without-place.ts'

const withoutPlace = createWithoutPlace({ Binjiang: '滨江区', Qinghe: '青禾县' })
const binjiang = ['云汀市', '滨江区']

describe('a question without the place it is about', () => {
  it.each([
    ['我住滨江区，养狗要办什么证', '，养狗要办什么证'],
    ['滨江那边停车多少钱', '停车多少钱'],
    ['我家在云汀市滨江区的，孩子上学怎么报名', '，孩子上学怎么报名'],
    ['在滨江区办居住证要多久', '办居住证要多久'],
    ['How do I register a dog in Binjiang District?', 'How do I register a dog in ?'],
  ])('"%s" is looked up as "%s"', (question, matter) => expect(withoutPlace(question, binjiang)).toBe(matter))

  it.each(['滨江路哪里可以停车', '云汀大道修路修到什么时候', '青禾县低保多少钱', 'dog licence in Qinghe'])(
    'keeps what names something else in "%s"',
    (question) => expect(withoutPlace(question, binjiang)).toBe(question),
  )

  it('keeps a question that is nothing but the place, and one whose place is unknown', () => {
    expect(withoutPlace('滨江区？', binjiang)).toBe('滨江区？')
    expect(withoutPlace('滨江区停车', null)).toBe('滨江区停车')
  })

  it('takes a name as it stands, whatever signs it has', () =>
    expect(withoutPlace('(新区)+停车', ['(新区)+'])).toBe('停车'))
})
