import type { Retrieval, RetrievalQuery } from '../core/retriever.ts'
import type { RetrieveTools } from './retrieve.ts'
import type { ServingVersion } from './serve-version.ts'

/** About 10 MB of scores; the texts are the index's own. */
const remembered = 250

type Retrieve = (version: ServingVersion, query: RetrievalQuery, tools: RetrieveTools) => Promise<Retrieval>

interface Memory {
  /** The states of one day in one version: with another day everything is forgotten. */
  states: readonly unknown[]
  results: Map<string, Retrieval>
}

/** Remembers what was found for the latest questions: in a hotline the same ones come again and again, suggested ones letter by letter. */
export function rememberResults(retrieve: Retrieve): Retrieve {
  const memories = new WeakMap<ServingVersion, Memory>()
  return async (version, query, tools) => {
    const states = version.validity('zh', query.at)
    const kept = memories.get(version)
    const memory = kept?.states === states ? kept : { states, results: new Map<string, Retrieval>() }
    memories.set(version, memory)
    const key = JSON.stringify([query.text, query.language, query.region, query.local === true, query.limit])
    const known = memory.results.get(key)
    const result = known ?? (await retrieve(version, query, tools))
    memory.results.delete(key)
    memory.results.set(key, result)
    const [oldest] = memory.results.keys()
    if (memory.results.size > remembered && oldest !== undefined) memory.results.delete(oldest)
    return result
  }
}
