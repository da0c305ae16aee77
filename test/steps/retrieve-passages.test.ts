import { describe, expect, it } from 'vitest'
import type { RetrievalQuery, Retriever } from '../../src/core/retriever.ts'
import { retrievePassages } from '../../src/steps/retrieve-passages.ts'
import { createWithoutPlace } from '../../src/steps/without-place.ts'
import { makePassage } from './make-passage.ts'
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

/** The documents found for a message that may lean on the matter before, where each wording finds the passages given for it. */
async function documentsFor(found: Readonly<Record<string, readonly (readonly [string, number])[]>>) {
  const retriever: Retriever = {
    version: () => 'v',
    async retrieve({ text }) {
      const passages = (found[text] ?? []).map(([document, score]) => makePassage({ id: document, document, score }))
      return { passages, asides: [], match: { lexical: 0, semantic: 0 } }
    },
  }
  const step = retrievePassages({
    retriever,
    clock: () => new Date('2026-11-23T04:00:00Z'),
    withoutPlace: createWithoutPlace({}),
    limit: 3,
  })
  const turn = await step.run({ ...makeTurn('那拖到第几天叫他们赔'), context: '火车托运的行李没到' }, makeTools())
  return 'passages' in turn ? turn.passages.map(({ document }) => document) : []
}

describe('retrieve-passages', () => {
  it('goes on with the matter before where its document is near to the message alone as well', async () => {
    expect(
      await documentsFor({
        那拖到第几天叫他们赔: [
          ['保险法', 0.8],
          ['铁路法', 0.75],
        ],
        '火车托运的行李没到 那拖到第几天叫他们赔': [
          ['铁路法', 1.1],
          ['民法典', 0.7],
        ],
      }),
    ).toEqual(['铁路法', '保险法', '民法典'])
  })

  it('leaves the matter before alone where the message is about something new', async () => {
    const leaning: readonly (readonly [string, number])[] = [['铁路法', 1.1]]
    expect(
      await documentsFor({
        那拖到第几天叫他们赔: [
          ['保险法', 0.8],
          ['铁路法', 0.5],
        ],
        '火车托运的行李没到 那拖到第几天叫他们赔': leaning,
      }),
    ).toEqual(['保险法', '铁路法'])
    expect(
      await documentsFor({
        那拖到第几天叫他们赔: [['保险法', 0.8]],
        '火车托运的行李没到 那拖到第几天叫他们赔': leaning,
      }),
    ).toEqual(['保险法'])
  })

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
