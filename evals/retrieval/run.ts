import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexFolderOf } from '../../src/open-knowledge.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { buildIndex } from '../../src/retrieval/build-index.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { createRetriever } from '../../src/retrieval/create-retriever.ts'
import { openIndex } from '../../src/retrieval/open-index.ts'
import { createReadKnowledgeFile } from '../../src/retrieval/read/read-knowledge-file.ts'
import { serveVersion } from '../../src/retrieval/serve-version.ts'
import { measureRanking } from './measure-ranking.ts'
import { measureUnits } from './measure-units.ts'
import { parseCases } from './retrieval-case.ts'
import type { RetrievalCase } from './retrieval-case.ts'

/**
 * Measures retrieval alone: document hit@1 and hit@5 of every way to rank, and how many of the facts an answer needs stand in the best
 * units. `node --import tsx evals/retrieval/run.ts [--knowledge FOLDER] [--day 2026-11-23] [CASES.jsonl …]`
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    knowledge: { type: 'string', default: join(projectFolder, 'knowledge/documents') },
    day: { type: 'string', default: '2026-11-23' },
  },
})
const files = positionals.length > 0 ? positionals : [join(projectFolder, 'evals/retrieval/cases.jsonl')]
const at = new Date(`${values.day}T04:00:00Z`)
const timeZone = 'Asia/Shanghai'
const { signal } = new AbortController()
const modelsFolder = join(projectFolder, 'knowledge/models')

if (!existsSync(values.knowledge)) {
  console.log(`Skipped: there is no folder ${values.knowledge}`)
  process.exit(0)
}
const cases = (
  await Promise.all(files.map(async (file) => parseCases(await readFile(file, 'utf8'), basename(file, '.jsonl'))))
).flat()
const embedders = createEmbedders({ modelsFolder, workers: availableParallelism() })
const indexFolder = indexFolderOf(join(projectFolder, 'data'), values.knowledge)
await buildIndex({
  folder: values.knowledge,
  indexFolder,
  readFile: createReadKnowledgeFile(),
  embedders,
  clock: () => at,
  signal,
})
const { synonyms } = await loadData()
const version = serveVersion(await openIndex(indexFolder), { timeZone, synonyms })
const knowledge = await createRetriever({ indexFolder, embedders, timeZone, synonyms, pollEvery: null })

const three = (value: number) => value.toFixed(3)
async function report(name: string, group: readonly RetrievalCase[]): Promise<void> {
  console.log(`\n${name}: ${group.length} questions`)
  const hits = await measureRanking(group, { version, embedders, at, signal })
  for (const [ranking, { first, firstFive }] of hits)
    console.log(
      `  ${ranking.padEnd(38)} hit@1 ${three(first / group.length)}  hit@5 ${three(firstFive / group.length)}`,
    )
  const { facts, characters, leaks } = await measureUnits(group, knowledge.retriever, at, signal)
  const parts = ['best unit', 'two units', 'three units', 'best passage']
  console.log(
    `  facts in: ${parts.map((part, index) => `${part} ${three(facts[index] ?? 0)} (${Math.round(characters[index] ?? 0)} characters)`).join(' · ')}`,
  )
  console.log(`  given as the rule against the rules: ${leaks.length === 0 ? 'none' : leaks.join(', ')}`)
}

for (const name of new Set(cases.map(({ set }) => set))) {
  await report(
    name,
    cases.filter(({ set }) => set === name),
  )
}
knowledge.close()
await Promise.all([embedders.zh.close(), embedders.en.close()])
