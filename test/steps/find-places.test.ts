import { describe, expect, it } from 'vitest'
import { createFindPlaces } from '../../src/steps/find-places.ts'
import { locateQuestion } from '../../src/steps/locate-question.ts'
import { makeTools, makeTurn } from './make-turn.ts'

const findPlaces = createFindPlaces({
  regions: () => [
    ['云汀市', '滨江区'],
    ['云汀市', '云麓区'],
    ['澄江市', '滨江区'],
  ],
  elsewhere: ['上海市', '朝阳市', '吉林省'],
  aliases: { Binjiang: '滨江区', Yunting: '云汀市' },
})

describe('find-places', () => {
  it.each([
    ['云麓区养狗要钱吗', [['云汀市', '云麓区']]],
    ['云麓养狗要钱吗', [['云汀市', '云麓区']]],
    ['云汀市滨江区的停车费', [['云汀市', '滨江区']]],
    [
      '滨江区停车费',
      [
        ['云汀市', '滨江区'],
        ['澄江市', '滨江区'],
      ],
    ],
    ['parking in Yunting', [['云汀市']]],
    ['parking fees in Yunting, Binjiang District', [['云汀市', '滨江区']]],
  ])('finds the place in "%s"', (text, known) => {
    expect(findPlaces(text)).toEqual({ known, foreign: null })
  })

  it.each(['云麓路88号怎么走', '我是从云麓来的', '云麓户口怎么迁', '老家在云麓', '把户口迁到云麓', '居住证怎么办', ''])(
    'finds none in "%s", which asks about no place',
    (text) => expect(findPlaces(text)).toEqual({ known: [], foreign: null }),
  )

  it('finds the name where it is asked about, though it stands in a street before', () => {
    expect(findPlaces('云麓路在云麓区吗').known).toEqual([['云汀市', '云麓区']])
  })

  it.each([
    ['上海的公积金怎么提', '上海市'],
    ['朝阳市低保多少', '朝阳市'],
    ['吉林低保多少', '吉林省'],
  ])('knows that "%s" asks about a place without documents', (text, foreign) => {
    expect(findPlaces(text)).toEqual({ known: [], foreign })
  })

  it('takes an everyday word for a city only with its full name', () => {
    expect(findPlaces('朝阳产业有补贴吗').foreign).toBeNull()
  })
})

describe('locate-question', () => {
  const step = locateQuestion({ findPlaces })
  const regionOf = async (text: string, region: readonly string[] | null = null) => {
    const turn = await step.run(makeTurn(text, { region }), makeTools())
    return 'region' in turn ? turn.region : undefined
  }

  it('takes the place that the message names', async () => {
    expect(await regionOf('云麓区停车费')).toEqual(['云汀市', '云麓区'])
  })
  it('chooses among places of one name the one in the city already known', async () => {
    expect(await regionOf('滨江区停车费', ['澄江市'])).toEqual(['澄江市', '滨江区'])
  })
  it('knows no place where one name means two', async () => {
    expect(await regionOf('滨江区停车费')).toBeNull()
  })
  it("takes a place without documents as well, so that no other place's rule is given", async () => {
    expect(await regionOf('上海停车费', ['云汀市'])).toEqual(['上海市'])
  })
  it('keeps the place known where the message names none', async () => {
    expect(await regionOf('停车费', ['云汀市'])).toEqual(['云汀市'])
  })
})
