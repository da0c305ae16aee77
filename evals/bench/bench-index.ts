import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../src/load-data.ts'
import { buildKnowledge } from '../../src/open-knowledge.ts'
import { printTable, round } from './figures.ts'
import { makeFolder } from './make-folder.ts'

/** A built index: the documents it is of, the data folder it lies in, and how many passages it has. */
export interface BuiltIndex {
  knowledge: string
  data: string
  passages: number
}

export interface BuiltIndexes {
  demonstration: BuiltIndex
  large: BuiltIndex
}

async function build(knowledge: string, data: string) {
  const began = performance.now()
  const { manifest } = await buildKnowledge({
    folder: knowledge,
    dataFolder: data,
    clock: () => new Date(),
    embedding: null,
    workers: { building: availableParallelism(), serving: 1 },
    signal: new AbortController().signal,
  })
  const seconds = (performance.now() - began) / 1000
  const sum = (figure: 'documents' | 'passages' | 'sentences') =>
    manifest.shards.reduce((total, shard) => total + shard[figure], 0)
  return { seconds, documents: sum('documents'), passages: sum('passages'), sentences: sum('sentences') }
}

const row = (index: string, { seconds, documents, passages, sentences }: Awaited<ReturnType<typeof build>>) => ({
  index,
  documents,
  passages,
  sentences,
  seconds: round(seconds),
  'passages/s': round(passages / seconds),
})

/** Builds the demonstration's index twice and one of about `passages` passages, all cores, and prints how long each took. */
export async function benchIndex({ folder, passages }: { folder: string; passages: number }): Promise<BuiltIndexes> {
  const demonstration = { knowledge: join(projectFolder, 'knowledge/documents'), data: join(folder, 'small') }
  const large = { knowledge: join(folder, 'knowledge'), data: join(folder, 'large') }
  const first = await build(demonstration.knowledge, demonstration.data)
  const again = await build(demonstration.knowledge, demonstration.data)
  await makeFolder(demonstration.knowledge, large.knowledge, passages, first.passages)
  const big = await build(large.knowledge, large.data)
  printTable('Index build, all cores', [
    row('demonstration, from nothing', first),
    row('demonstration, unchanged', again),
    row('large, from nothing', big),
  ])
  return { demonstration: { ...demonstration, passages: first.passages }, large: { ...large, passages: big.passages } }
}
