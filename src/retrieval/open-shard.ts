import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import hnswlib from 'hnswlib-node'
import type { DocumentEntry, EntryPassage } from './document-entry.ts'
import type { LexicalIndex } from './lexical-index.ts'
import { createLexicalIndex } from './lexical-index.ts'
import { createNearestPassages } from './nearest-passages.ts'
import type { NearestPassages } from './nearest-passages.ts'
import type { PackedFile } from './packed-file.ts'
import { readPackedFile } from './packed-file.ts'
import { createVectorRows } from './vector-rows.ts'
import type { VectorRows } from './vector-rows.ts'
import { openVocabulary } from './vocabulary.ts'
import type { VocabularyData } from './vocabulary-data.ts'

/** The index of one language's documents, in memory. Passages, documents and sentences are named by their position. */
export interface Shard {
  documents: readonly DocumentEntry[]
  passages: readonly EntryPassage[]
  /** The document of each passage. */
  documentOf: Uint32Array
  /** The first passage of each document; one more entry closes the last. */
  firstPassage: Uint32Array
  /** The first sentence of each passage; one more entry closes the last. */
  firstSentence: Uint32Array
  lexical: { passages: LexicalIndex; documents: LexicalIndex }
  vocabulary: VocabularyData
  vectors: { passages: VectorRows; sentences: VectorRows }
  nearest: NearestPassages
}

const lexicalOf = (file: PackedFile, name: string): LexicalIndex =>
  createLexicalIndex({
    terms: file.column(`${name}.terms`, 'Uint32Array'),
    starts: file.column(`${name}.starts`, 'Uint32Array'),
    entries: file.column(`${name}.entries`, 'Uint32Array'),
    counts: file.column(`${name}.counts`, 'Uint8Array'),
    lengths: file.column(`${name}.lengths`, 'Uint32Array'),
  })

const vectorsIn = (file: PackedFile, name: string, dimensions: number): VectorRows =>
  createVectorRows({
    dimensions,
    rows: file.column(`${name}.rows`, 'Int8Array'),
    scales: file.column(`${name}.scales`, 'Float32Array'),
  })

/** Positions where each group starts, from the groups' sizes; one more entry closes the last. */
const startsOf = (sizes: readonly number[]): Uint32Array => {
  const starts = new Uint32Array(sizes.length + 1)
  sizes.forEach((size, index) => (starts[index + 1] = (starts[index] ?? 0) + size))
  return starts
}

const ownersOf = (starts: Uint32Array): Uint32Array => {
  const owners = new Uint32Array(starts.at(-1) ?? 0)
  for (let group = 0; group + 1 < starts.length; group += 1) owners.fill(group, starts[group], starts[group + 1])
  return owners
}

/** Opens what `buildShard` wrote. */
export async function openShard(folder: string, dimensions: number): Promise<Shard> {
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions)
  const [json, lexical, vectors, vocabulary] = await Promise.all([
    readFile(join(folder, 'documents.json'), 'utf8'),
    readPackedFile(join(folder, 'lexical.pack')),
    readPackedFile(join(folder, 'vectors.pack')),
    openVocabulary(join(folder, 'vocabulary.json')),
    graph.readIndex(join(folder, 'passages.hnsw')),
  ])
  // The manifest's format number was checked: this very code wrote the file.
  const documents = JSON.parse(json) as DocumentEntry[]
  const passages = documents.flatMap((document) => document.passages)
  const firstPassage = startsOf(documents.map((document) => document.passages.length))
  const counts = passages.map(({ units }) => units.reduce((sum, { sentences }) => sum + sentences, 0))
  const firstSentence = startsOf(counts)
  const rows = {
    sentences: vectorsIn(vectors, 'sentences', dimensions),
    passages: vectorsIn(vectors, 'passages', dimensions),
  }
  return {
    documents,
    passages,
    documentOf: ownersOf(firstPassage),
    firstPassage,
    firstSentence,
    vocabulary,
    lexical: { passages: lexicalOf(lexical, 'passages'), documents: lexicalOf(lexical, 'documents') },
    vectors: rows,
    nearest: createNearestPassages(graph, rows.passages, passages.length),
  }
}
