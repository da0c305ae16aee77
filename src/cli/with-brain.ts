import { availableParallelism } from 'node:os'
import { composePipeline } from '../compose.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Step } from '../core/step.ts'
import { loadData, type ProjectData } from '../load-data.ts'
import { buildKnowledge, openKnowledge, type OpenKnowledge } from '../open-knowledge.ts'
import { openRecognizers } from '../open-recognizers.ts'
import { createWriter } from '../create-writer.ts'
import { tellOperator } from '../tell-operator.mjs'
import { needFolder } from './need-folder.ts'
import { showProgress } from './show-progress.ts'

/** What a command needs to answer questions: the steps over the built knowledge of one folder. */
export interface Brain {
  pipeline: readonly Step[]
  data: ProjectData
  knowledge: OpenKnowledge
}

/** Builds what changed in a knowledge folder, opens it, and does the work with it. */
export async function withBrain<T>(
  options: { config: Config; folder: string; clock: Clock; quiet: boolean; workers?: number },
  work: (brain: Brain) => Promise<T>,
): Promise<T> {
  const { config, folder, clock } = options
  const workers = { building: availableParallelism(), serving: options.workers ?? 1 }
  const tell = tellOperator(config.language)
  needFolder(folder, tell)
  const progress = showProgress({ tell, quiet: options.quiet })
  await buildKnowledge({
    folder,
    dataFolder: config.dataFolder,
    clock,
    embedding: config.embedding,
    workers,
    signal: new AbortController().signal,
    onProgress: progress.onProgress,
  })
  progress.stop()
  const data = await loadData()
  const knowledge = await openKnowledge({
    folder,
    dataFolder: config.dataFolder,
    embedding: config.embedding,
    workers,
    pollEvery: null,
    synonyms: data.synonyms,
  })
  try {
    const { retriever, library } = knowledge
    const pipeline = composePipeline({
      data,
      retriever,
      library,
      writing: await createWriter({ config, clock, log: () => undefined }),
      tickets: { find: async () => null, isHandover: async () => false, of: async () => [] },
      clock,
      ...openRecognizers(knowledge, data),
    })
    return await work({ pipeline, data, knowledge })
  } finally {
    await knowledge.close()
  }
}
