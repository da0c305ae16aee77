import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ByteVectors } from './byte-vectors.ts'
import type { DocumentEntry } from './document-entry.ts'
import type { FileFailure, FileNote } from './knowledge-file.ts'
import { readPackedFile, writePackedFile } from './packed-file.ts'

/** A document with its vectors, ready to stand in an index. */
export interface EmbeddedDocument {
  entry: DocumentEntry
  sentences: ByteVectors
  passages: ByteVectors
}

/** Everything that came of one file. */
export interface PreparedFile {
  documents: readonly EmbeddedDocument[]
  notes: readonly FileNote[]
  failures: readonly FileFailure[]
}

/** Raise it when reading, units, sentences or embedding change, so that no index mixes the old with the new. */
export const preparationVersion = 1

/** What a prepared file depends on: where it lies, its bytes, the code's version and the models. */
export const cacheKey = (path: string, bytes: Uint8Array, models: readonly string[]): string =>
  createHash('sha256')
    .update([preparationVersion, ...models, path].join('\n'))
    .update('\0')
    .update(bytes)
    .digest('hex')
    .slice(0, 40)

interface About extends Omit<PreparedFile, 'documents'> {
  documents: readonly { entry: DocumentEntry; dimensions: number; sentences: number; passages: number }[]
}

/** Prepared files by key, in a folder. A damaged or half-written one counts as absent. */
export interface DocumentCache {
  get(key: string): Promise<PreparedFile | null>
  put(key: string, file: PreparedFile): Promise<void>
  /** Forgets every file but these. */
  keepOnly(keys: ReadonlySet<string>): Promise<void>
}

export async function openDocumentCache(folder: string): Promise<DocumentCache> {
  await mkdir(folder, { recursive: true })
  const pathOf = (key: string) => join(folder, `${key}.pack`)
  return {
    get: (key) => readPrepared(pathOf(key)).catch(() => null),
    async put(key, file) {
      const draft = `${pathOf(key)}.${process.pid}.draft`
      await writePrepared(draft, file)
      await rename(draft, pathOf(key))
    },
    async keepOnly(keys) {
      const stale = (await readdir(folder)).filter((name) => name.endsWith('.pack') && !keys.has(name.slice(0, -5)))
      await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })))
    },
  }
}

async function writePrepared(path: string, { documents, notes, failures }: PreparedFile): Promise<void> {
  const about: About = {
    notes,
    failures,
    documents: documents.map(({ entry, sentences, passages }) => ({
      entry,
      dimensions: sentences.dimensions,
      sentences: sentences.scales.length,
      passages: passages.scales.length,
    })),
  }
  const columns = documents.flatMap(({ sentences, passages }, index) => [
    [`s${index}`, sentences.rows] as const,
    [`ss${index}`, sentences.scales] as const,
    [`p${index}`, passages.rows] as const,
    [`ps${index}`, passages.scales] as const,
  ])
  await writePackedFile(path, about, Object.fromEntries(columns))
}

async function readPrepared(path: string): Promise<PreparedFile> {
  const file = await readPackedFile(path)
  // The key holds the code's version: what lies under it was written by this very code.
  const about = file.about as About
  const vectors = (name: string, dimensions: number): ByteVectors => ({
    dimensions,
    rows: file.column(name, 'Int8Array'),
    scales: file.column(name.replace(/^./u, '$&s'), 'Float32Array'),
  })
  return {
    notes: about.notes,
    failures: about.failures,
    documents: about.documents.map(({ entry, dimensions }, index) => ({
      entry,
      sentences: vectors(`s${index}`, dimensions),
      passages: vectors(`p${index}`, dimensions),
    })),
  }
}
