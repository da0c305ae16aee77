import { availableParallelism } from 'node:os'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { parseRegion } from '../../src/core/region.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { openKnowledge } from '../../src/open-knowledge.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import type { BuiltIndexes } from './bench-index.ts'
import { percentile, printTable, round } from './figures.ts'
import { createPlainRecipe } from './plain-recipe.ts'
import type { BenchQuestion } from './questions.ts'

type Search = (question: BenchQuestion) => Promise<readonly string[]>

async function measure(retrieval: string, questions: readonly BenchQuestion[], search: Search) {
  const times: number[] = []
  let [first, five] = [0, 0]
  for (const asked of questions) {
    const began = performance.now()
    const found = await search(asked)
    times.push(performance.now() - began)
    first += Number(asked.documents.includes(found[0] ?? ''))
    five += Number(found.slice(0, 5).some((document) => asked.documents.includes(document)))
  }
  const share = (hits: number) => round(hits / questions.length, 3)
  return {
    retrieval,
    'hit@1': share(first),
    'hit@5': share(five),
    'p50 ms': round(percentile(times, 0.5), 2),
    'p95 ms': round(percentile(times, 0.95), 2),
  }
}

async function markdownIn(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const text = (await readFile(path, 'utf8')).replace(/^---[\s\S]*?\n---\n/u, '')
      return { document: relative(folder, path).replaceAll('\\', '/'), text }
    }),
  )
}

/** Compares retrieval with the plain LangChain recipe on our own Chinese questions, the same model, one after the other. */
export async function benchRecipe({
  demonstration,
  questions,
}: BuiltIndexes & { questions: readonly BenchQuestion[] }): Promise<void> {
  const data = await loadData()
  const asked = questions.filter(
    ({ language, documents }) => language === 'zh' && documents.every((document) => document.endsWith('.md')),
  )
  const signal = new AbortController().signal
  const ours = await openKnowledge({
    folder: demonstration.knowledge,
    dataFolder: demonstration.data,
    embedding: null,
    workers: { building: 1, serving: 1 },
    pollEvery: null,
    synonyms: data.synonyms,
  })
  const embedders = createEmbedders({
    modelsFolder: join(projectFolder, 'knowledge/models'),
    workers: availableParallelism(),
  })
  const plain = await createPlainRecipe(await markdownIn(demonstration.knowledge), embedders.zh)
  const rows = [
    await measure('Civicline', asked, async ({ question, region }) => {
      const found = await ours.retriever.retrieve(
        { text: question, language: 'zh', region: parseRegion(region), at: new Date(), limit: 20 },
        signal,
      )
      return [...new Set(found.passages.map(({ document }) => document))]
    }),
    await measure(`plain LangChain recipe (${plain.chunks} chunks)`, asked, ({ question }) => plain.search(question)),
  ]
  printTable(
    `Retrieval on the demonstration knowledge, ${asked.length} Chinese questions, the same embedding model`,
    rows,
  )
  await ours.close()
  await Promise.all([embedders.zh.close(), embedders.en.close()])
}
