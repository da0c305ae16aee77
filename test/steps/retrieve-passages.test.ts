import { describe, expect, it } from 'vitest'
import type { RetrievalQuery, Retriever } from '../../src/core/retriever.ts'
import { retrievePassages } from '../../src/steps/retrieve-passages.ts'
import { createWithoutPlace } from '../../src/steps/without-place.ts'
import { makeTools, makeTurn } from './make-turn.ts'

/** What was looked up for a message. */
async function queriesFor(text: string, region: readonly string[] | null): Promise<readonly RetrievalQuery[]> {
  const queries: RetrievalQuery[] = []
  const retriever: Retriever = {
    version: () => 'v',
    async retrieve(query) {
      queries.push(query)
      return { passages: [], asides: [], match: { lexical: 0, semantic: 0 } }
    },
  }
  const step = retrievePassages({
    retriever,
    clock: () => new Date('2026-11-23T04:00:00Z'),
    withoutPlace: createWithoutPlace({}),
    limit: 20,
  })
  await step.run({ ...makeTurn(text), region }, makeTools())
  return queries
}

describe('retrieve-passages', () => {
  it('looks a named place up as a place and not as a word, and prefers its own rules', async () => {
    expect(await queriesFor('滨江区居住证怎么办', ['云汀市', '滨江区'])).toMatchObject([
      { text: '居住证怎么办', region: ['云汀市', '滨江区'], local: true },
    ])
  })

  it('prefers no rules where the place is only known', async () => {
    expect(await queriesFor('居住证怎么办', ['云汀市', '滨江区'])).toMatchObject([
      { text: '居住证怎么办', local: false },
    ])
  })

  it('looks each question up, a short one with the subject of the first', async () => {
    const queries = await queriesFor('住房公积金租房提取需要哪些材料？多久到账？', null)
    expect(queries.map(({ text }) => text)).toEqual([
      '住房公积金租房提取需要哪些材料？',
      '住房公积金租房提取需要哪些材料？ 多久到账？',
    ])
  })
})
