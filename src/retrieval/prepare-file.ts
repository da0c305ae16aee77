import { toByteVectors } from './byte-vectors.ts'
import type { PreparedFile } from './document-cache.ts'
import { titledPassages, titledSentences, toDocumentEntry } from './document-entry.ts'
import type { Embedders } from './embedder.ts'
import type { ReadKnowledgeFile } from './knowledge-file.ts'
import type { SourceFile } from './read/reading.ts'

/** Reads one file, cuts its documents into passages and embeds them. */
export async function prepareFile(options: {
  file: SourceFile
  readFile: ReadKnowledgeFile
  embedders: Embedders
  signal: AbortSignal
}): Promise<PreparedFile> {
  const { file, embedders, signal } = options
  const readings = await options.readFile(file)
  const read = readings.filter((one) => 'reading' in one)
  const failures = readings.filter((one) => 'failure' in one)
  const documents = await Promise.all(
    read.map(async (one) => {
      const entry = toDocumentEntry(one)
      const embedder = embedders[entry.facts.language]
      const [sentences, passages] = await Promise.all([
        embedder.embedMany(titledSentences(entry), signal),
        embedder.embedMany(titledPassages(entry), signal),
      ])
      return {
        entry,
        sentences: toByteVectors(sentences, embedder.dimensions),
        passages: toByteVectors(passages, embedder.dimensions),
      }
    }),
  )
  const noted = read.filter(({ reading }) => reading.warnings.length + reading.quarantined.length > 0)
  return {
    documents,
    notes: noted.map(({ path, reading: { warnings, quarantined } }) => ({ path, warnings, quarantined })),
    failures: failures.map(({ path, failure }) => ({ path, ...failure })),
  }
}
