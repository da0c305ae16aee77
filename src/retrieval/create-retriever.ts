import type { Library, Retriever } from '../core/retriever.ts'
import type { Embedders } from './embedder.ts'
import { currentVersion } from './index-folder.ts'
import { MissingIndex, openIndex } from './open-index.ts'
import { rememberResults } from './remember-results.ts'
import { retrieve } from './retrieve.ts'
import { serveVersion } from './serve-version.ts'
import type { Synonym } from './synonyms.ts'

export interface RetrieverOptions {
  indexFolder: string
  /** The embedders the index was built with. */
  embedders: Embedders
  /** Where validity days begin and end, such as 'Asia/Shanghai'. */
  timeZone: string
  /** What people say for what documents say; tried beside the question's own wording. */
  synonyms: readonly Synonym[]
  /** Milliseconds between looks whether a newer version stands; null to look only when told. */
  pollEvery: number | null
  /** Hears that a newer version serves now, or why it could not be opened (the old one goes on). */
  onReload?: (result: { version: string } | { error: Error }) => void
}

/** The knowledge as it serves: a retriever and a library that always answer from the same, newest version. */
export interface ServingKnowledge {
  retriever: Retriever
  library: Library
  /** Looks for a newer version now; true when one was taken. Questions under way finish on the version they began with. */
  reload(): Promise<boolean>
  close(): void
}

/** Opens the newest version; one that was embedded with other models cannot answer these embedders' questions and counts as missing. */
async function openFor({ indexFolder, embedders }: RetrieverOptions) {
  const index = await openIndex(indexFolder)
  const fits = index.manifest.shards.every(({ language, model }) => embedders[language].name === model)
  if (!fits) throw new MissingIndex(indexFolder)
  return index
}

/** Opens the index and keeps to its newest version. Throws MissingIndex where none was built yet with these embedders. */
export async function createRetriever(options: RetrieverOptions): Promise<ServingKnowledge> {
  const { indexFolder, embedders } = options
  let serving = serveVersion(await openFor(options), options)
  const search = rememberResults(retrieve)
  let opening: Promise<boolean> | null = null
  const take = async (): Promise<boolean> => {
    const version = await currentVersion(indexFolder)
    if (version === null || version === serving.index.version) return false
    serving = serveVersion(await openFor(options), options)
    options.onReload?.({ version: serving.index.version })
    return true
  }
  const reload = () => (opening ??= take().finally(() => (opening = null)))
  const report = (error: unknown) =>
    options.onReload?.({ error: error instanceof Error ? error : new Error(String(error)) })
  const timer =
    options.pollEvery === null ? null : setInterval(() => void reload().catch(report), options.pollEvery).unref()
  return {
    retriever: {
      retrieve: (query, signal) => search(serving, query, { embedders, signal }),
      version: () => serving.index.version,
    },
    library: {
      document: (path, at) => serving.library.document(path, at),
      regions: () => serving.library.regions(),
      suggestions: (language, region) => serving.library.suggestions(language, region),
    },
    reload,
    close: () => void (timer !== null && clearInterval(timer)),
  }
}
