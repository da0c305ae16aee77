import { createHash } from 'node:crypto'
import { basename, join, resolve } from 'node:path'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import { projectFolder } from './load-data.ts'
import { buildIndex, type BuildProgress, type BuildReport } from './retrieval/build-index.ts'
import { createEmbedders, createServiceEmbedders } from './retrieval/create-embedders.ts'
import { createRetriever, type RetrieverOptions, type ServingKnowledge } from './retrieval/create-retriever.ts'
import { createExampleGuesser, type GuessByExamples } from './retrieval/guess-by-examples.ts'
import { createExampleMatcher, type Examples, type MatchExamples } from './retrieval/match-examples.ts'
import type { Embedders } from './retrieval/embedder.ts'
import { createReadKnowledgeFile } from './retrieval/read/read-knowledge-file.ts'

/** Validity days begin and end by this clock. */
export const timeZone = 'Asia/Shanghai'

/** How long an embedding service may take for one request, milliseconds. */
const serviceAnswers = 15_000

/** Where the index of a knowledge folder lies: beside the data, one folder for each. */
export const indexFolderOf = (dataFolder: string, folder: string): string => {
  const full = resolve(folder)
  return join(
    dataFolder,
    'indexes',
    `${basename(full)}-${createHash('sha256').update(full).digest('hex').slice(0, 12)}`,
  )
}

export interface KnowledgeOptions {
  folder: string
  dataFolder: string
  clock: Clock
  /** A service that embeds instead of the models that come with the project. */
  embedding: Config['embedding']
  /** Threads that embed while the index is built, and afterwards for questions. */
  workers: { building: number; serving: number }
  signal: AbortSignal
  onProgress?: (progress: BuildProgress) => void
}

const embeddersFor = async (embedding: Config['embedding'], workers: number): Promise<Embedders> =>
  embedding === null
    ? createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers })
    : createServiceEmbedders({ ...embedding, timeout: serviceAnswers }, AbortSignal.timeout(serviceAnswers))

const closeEmbedders = async (embedders: Embedders) =>
  void (await Promise.all([embedders.zh.close(), embedders.en.close()]))

/** Brings the index of a folder up to date; reads only what changed. */
export async function buildKnowledge(options: KnowledgeOptions): Promise<BuildReport> {
  const embedders = await embeddersFor(options.embedding, options.workers.building)
  try {
    return await buildIndex({
      folder: options.folder,
      indexFolder: indexFolderOf(options.dataFolder, options.folder),
      readFile: createReadKnowledgeFile(),
      embedders,
      clock: options.clock,
      signal: options.signal,
      ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
    })
  } finally {
    await closeEmbedders(embedders)
  }
}

export interface OpenKnowledge extends ServingKnowledge {
  /** Compares messages with examples; undefined where a service embeds, whose scale is not known. */
  matchExamples(examples: Examples): MatchExamples | undefined
  /** Guesses by examples what texts mean, by the models that come with the project. */
  guessByExamples(examples: Examples): GuessByExamples
  /** The models that come with the project, whatever embeds the documents: what was learned for dispatch rests on their scale. */
  ownEmbedders: Embedders
  close(): Promise<void>
}

/** Opens the built index of a folder and keeps to its newest version. */
export async function openKnowledge(
  options: Pick<KnowledgeOptions, 'folder' | 'dataFolder' | 'workers' | 'embedding'> &
    Pick<RetrieverOptions, 'pollEvery' | 'onReload' | 'synonyms'>,
): Promise<OpenKnowledge> {
  const embedders = await embeddersFor(options.embedding, options.workers.serving)
  const ownEmbedders = options.embedding === null ? embedders : await embeddersFor(null, options.workers.serving)
  const serving = await createRetriever({
    indexFolder: indexFolderOf(options.dataFolder, options.folder),
    embedders,
    timeZone,
    synonyms: options.synonyms,
    pollEvery: options.pollEvery,
    ...(options.onReload === undefined ? {} : { onReload: options.onReload }),
  })
  return {
    ...serving,
    matchExamples: (examples) =>
      options.embedding === null ? createExampleMatcher({ embedders, examples }) : undefined,
    guessByExamples: (examples) => createExampleGuesser({ embedders: ownEmbedders, examples }),
    ownEmbedders,
    async close() {
      serving.close()
      await closeEmbedders(embedders)
      if (ownEmbedders !== embedders) await closeEmbedders(ownEmbedders)
    },
  }
}
