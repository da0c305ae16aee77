import { describe, expect, it } from 'vitest'
import type { Retrieval, RetrievalQuery } from '../../src/core/retriever.ts'
import { rememberResults } from '../../src/retrieval/remember-results.ts'
import type { RetrieveTools } from '../../src/retrieval/retrieve.ts'
import type { ServingVersion } from '../../src/retrieval/serve-version.ts'

/** A version whose documents' states change with the day, as a real one's do. */
function openVersion(): ServingVersion {
  const days = new Map<string, readonly 'in-force'[]>()
  const validity = (_: string, at: Date) => {
    const day = at.toISOString().slice(0, 10)
    const states = days.get(day) ?? ['in-force']
    days.set(day, states)
    return states
  }
  return { validity } as unknown as ServingVersion
}

const tools = {} as RetrieveTools
const query = (text: string, more: Partial<RetrievalQuery> = {}): RetrievalQuery => ({
  text,
  language: 'zh',
  region: ['云汀市'],
  at: new Date('2026-11-23T04:00:00Z'),
  limit: 20,
  ...more,
})

function countSearches() {
  const asked: RetrievalQuery[] = []
  const search = rememberResults(async (_, one) => {
    asked.push(one)
    return { passages: [], asides: [], match: { lexical: asked.length, semantic: 0 } } satisfies Retrieval
  })
  return { asked, search }
}

describe('what was found for a question', () => {
  it('is remembered while the same knowledge serves', async () => {
    const { asked, search } = countSearches()
    const version = openVersion()
    const first = await search(version, query('居住证'), tools)
    expect(await search(version, query('居住证'), tools)).toBe(first)
    expect(asked).toHaveLength(1)
  })
  it('is looked for anew in another place, language or number', async () => {
    const { asked, search } = countSearches()
    const version = openVersion()
    for (const more of [
      {},
      { region: null },
      { region: ['云汀市', '滨江区'] },
      { language: 'en' as const },
      { limit: 5 },
    ])
      await search(version, query('居住证', more), tools)
    expect(asked).toHaveLength(5)
  })
  it('is forgotten when a day begins or the knowledge changes, for a rule may have ended', async () => {
    const { asked, search } = countSearches()
    const version = openVersion()
    await search(version, query('居住证'), tools)
    await search(version, query('居住证', { at: new Date('2026-11-24T04:00:00Z') }), tools)
    await search(openVersion(), query('居住证'), tools)
    expect(asked).toHaveLength(3)
  })
  it('is not kept for ever: the questions asked longest ago are looked for again', async () => {
    const { asked, search } = countSearches()
    const version = openVersion()
    for (let index = 0; index <= 250; index += 1) await search(version, query(`问题${index}`), tools)
    await search(version, query('问题250'), tools)
    expect(asked).toHaveLength(251)
    await search(version, query('问题0'), tools)
    expect(asked).toHaveLength(252)
  })
})
