import { joinByteVectors, toByteVectors } from './byte-vectors.ts'
import type { PreparedDocument, PreparedFile } from './document-cache.ts'
import { allTexts, toDocumentEntry } from './document-entry.ts'
import type { DocumentEntry } from './document-entry.ts'
import type { Embedder, Embedders } from './embedder.ts'
import type { ReadKnowledgeFile } from './knowledge-file.ts'
import type { SourceFile } from './read/reading.ts'
import { emptyPool, makePool, pick, poolRows } from './vector-pool.ts'
import type { VectorPool } from './vector-pool.ts'

/** Embeds what the known vectors do not cover. */
async function poolFor(
  entry: DocumentEntry,
  embedder: Embedder,
  known: VectorPool,
  signal: AbortSignal,
): Promise<VectorPool> {
  const texts = [...new Set(allTexts(entry))]
  const rowOf = poolRows(known)
  const old = texts.filter((text) => rowOf(text) !== undefined)
  const fresh = texts.filter((text) => rowOf(text) === undefined)
  const made = toByteVectors(await embedder.embedMany(fresh, signal), embedder.dimensions)
  return makePool([...old, ...fresh], joinByteVectors([pick(known, old), made], embedder.dimensions))
}

/** Reads one file, cuts its documents into passages and embeds them; sentences that `before` had keep their vectors. */
export async function prepareFile(options: {
  file: SourceFile
  key: string
  before: PreparedFile | null
  readFile: ReadKnowledgeFile
  embedders: Embedders
  signal: AbortSignal
}): Promise<PreparedFile> {
  const { file, key, before, embedders, signal } = options
  const readings = await options.readFile(file)
  const read = readings.filter((one) => 'reading' in one)
  const failures = readings.filter((one) => 'failure' in one)
  const documents = await Promise.all(
    read.map(async (one): Promise<PreparedDocument> => {
      const entry = toDocumentEntry(one)
      const embedder = embedders[entry.facts.language]
      const known = before?.documents.find(
        ({ entry: { facts }, model }) => facts.path === one.path && model === embedder.name,
      )
      const pool = await poolFor(entry, embedder, known?.pool ?? emptyPool(embedder.dimensions), signal)
      return { entry, model: embedder.name, pool }
    }),
  )
  const noted = read.filter(({ reading }) => reading.warnings.length + reading.quarantined.length > 0)
  return {
    key,
    documents,
    notes: noted.map(({ path, reading: { warnings, quarantined } }) => ({ path, warnings, quarantined })),
    failures: failures.map(({ path, failure }) => ({ path, ...failure })),
  }
}
