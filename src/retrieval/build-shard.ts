import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import hnswlib from 'hnswlib-node'
import type { ByteVectors } from './byte-vectors.ts'
import type { PreparedDocument } from './document-cache.ts'
import type { DocumentEntry } from './document-entry.ts'
import type { LexicalData } from './lexical-index.ts'
import { joinByteVectors, rowAsNumbers } from './byte-vectors.ts'
import { buildLexicalData } from './lexical-index.ts'
import { titledPassages, titledSentences, wholeText } from './document-entry.ts'
import { writePackedFile } from './packed-file.ts'
import { pick } from './vector-pool.ts'
import { collectVocabulary } from './vocabulary-data.ts'
import { termsOf } from './terms.ts'

/** Links of a node and breadth of the search while building: recall@100 .985 at about 1 ms a query. */
const links = 16
const breadth = 200

/** Gives the event loop a turn after this many points, so that a signal or a progress bar gets through. */
const breath = 256

async function writeGraph(path: string, vectors: ByteVectors, onPoint: () => void, signal: AbortSignal) {
  const count = vectors.scales.length
  const graph = new hnswlib.HierarchicalNSW('ip', vectors.dimensions)
  graph.initIndex({ maxElements: Math.max(count, 1), m: links, efConstruction: breadth, randomSeed: 7 })
  for (let row = 0; row < count; row += 1) {
    graph.addPoint(rowAsNumbers(vectors, row), row)
    onPoint()
    if (row % breath === 0) await new Promise((resolve) => setImmediate(resolve))
    signal.throwIfAborted()
  }
  await graph.writeIndex(path)
}

const lexicalColumns = (name: string, data: LexicalData) => ({
  [`${name}.terms`]: data.terms,
  [`${name}.starts`]: data.starts,
  [`${name}.entries`]: data.entries,
  [`${name}.counts`]: data.counts,
  [`${name}.lengths`]: data.lengths,
})

export interface ShardCounts {
  documents: number
  passages: number
  units: number
  sentences: number
}

/**
 * Writes the index of one language's documents into a folder: `documents.json`, `vocabulary.json`, `lexical.pack` (postings over passages and over whole
 * documents), `vectors.pack` (titled sentences and passages as bytes) and `passages.hnsw`.
 */
export async function buildShard(options: {
  folder: string
  documents: readonly PreparedDocument[]
  dimensions: number
  signal: AbortSignal
  onPoint: () => void
}): Promise<ShardCounts> {
  const { folder, documents, dimensions } = options
  const texts = documents.map(({ entry }) => titledPassages(entry).map(termsOf))
  const vectorsOf = (texts: (entry: DocumentEntry) => string[]) =>
    joinByteVectors(
      documents.map(({ entry, pool }) => pick(pool, texts(entry))),
      dimensions,
    )
  const sentences = vectorsOf(titledSentences)
  const passages = vectorsOf(titledPassages)
  const whole = documents.map(({ entry }) => termsOf(wholeText(entry)))
  const wholeData = buildLexicalData(whole)
  const entries = documents.map(({ entry }) => entry)
  await writeFile(join(folder, 'documents.json'), JSON.stringify(entries))
  await writeFile(join(folder, 'vocabulary.json'), JSON.stringify(collectVocabulary(entries, wholeData)))
  await writePackedFile(join(folder, 'lexical.pack'), null, {
    ...lexicalColumns('passages', buildLexicalData(texts.flat())),
    ...lexicalColumns('documents', wholeData),
  })
  await writePackedFile(join(folder, 'vectors.pack'), null, {
    'sentences.rows': sentences.rows,
    'sentences.scales': sentences.scales,
    'passages.rows': passages.rows,
    'passages.scales': passages.scales,
  })
  await writeGraph(join(folder, 'passages.hnsw'), passages, options.onPoint, options.signal)
  return {
    documents: documents.length,
    passages: passages.scales.length,
    units: entries.reduce(
      (sum, entry) => sum + entry.passages.reduce((count, { units }) => count + units.length, 0),
      0,
    ),
    sentences: sentences.scales.length,
  }
}
