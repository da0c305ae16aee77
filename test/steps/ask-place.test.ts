import { describe, expect, it } from 'vitest'
import type { Passage } from '../../src/core/passage.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Turn } from '../../src/core/turn.ts'
import { askPlace } from '../../src/steps/ask-place.ts'
import { createFindPlaces } from '../../src/steps/find-places.ts'
import { makePassage } from './make-passage.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const districts = ['滨江区', '云麓区']
const findPlaces = createFindPlaces({
  regions: () => districts.map((district) => ['云汀市', district]),
  elsewhere: [],
  aliases: {},
})
const ruleOf = (place: string, given: Partial<Passage> = {}) =>
  makePassage({ id: place, title: `${place}养犬管理办法`, region: ['云汀市', place], ...given })
const ask = (passages: readonly Passage[], given: Partial<Turn> = {}, text = '养狗要办证吗') =>
  askPlace({ findPlaces }).run(
    makeTurn(text, { parts: [{ text, passages, asides: [], match: { lexical: 1, semantic: 1 } }], ...given }),
    makeTools(),
  )

describe('ask-place', () => {
  it('asks for the place where two places have rules of their own for the matter', async () => {
    expect(await ask(districts.map((place) => ruleOf(place)))).toMatchObject({
      kind: 'question',
      asks: 'place',
      phrase: { id: 'place.ask' },
      choices: districts.map((label) => ({ label, say: label })),
    })
  })

  it('asks in other words when it has just asked', async () => {
    const asked: Outcome = { kind: 'question', asks: 'place', phrase: { id: 'place.ask', values: {} }, choices: [] }
    const history = [makeExchange('养狗要办证吗', { outcome: asked })]
    expect(
      await ask(
        districts.map((place) => ruleOf(place)),
        { history },
      ),
    ).toMatchObject({
      phrase: { id: 'place.ask-again' },
    })
  })

  it.each([
    ['the place is known', [ruleOf('滨江区'), ruleOf('云麓区')], { region: ['云汀市', '滨江区'] }],
    ['only one place has a rule', [ruleOf('滨江区')], {}],
    [
      'the other rule is about another matter',
      [ruleOf('滨江区'), ruleOf('云麓区', { title: '云麓区停车收费标准' })],
      {},
    ],
    ['the other rule fits far worse', [ruleOf('滨江区'), ruleOf('云麓区', { score: 0.3 })], {}],
    ['the rule is one of the whole city', [makePassage(), makePassage({ id: 'p2' })], {}],
    ['nothing was found', [], {}],
  ])('asks for none where %s', async (_, passages, given) => {
    expect(await ask(passages, given)).not.toHaveProperty('kind')
  })

  it('asks for none where the question compares places', async () => {
    const result = await ask(
      districts.map((place) => ruleOf(place)),
      {},
      '滨江区和云麓区养狗有什么不同',
    )
    expect(result).not.toHaveProperty('kind')
  })
})
