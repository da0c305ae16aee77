import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DocumentEntry } from './document-entry.ts'
import type { FileFailure, FileNote } from './knowledge-file.ts'
import { readPackedFile, writePackedFile } from './packed-file.ts'
import type { VectorPool } from './vector-pool.ts'

/** A document with the vectors of all its texts. */
export interface PreparedDocument {
  entry: DocumentEntry
  /** The embedder's name. */
  model: string
  pool: VectorPool
}

/** Everything that came of one file. */
export interface PreparedFile {
  /** What it was made from; another key means the file, the code or a model has changed since. */
  key: string
  documents: readonly PreparedDocument[]
  notes: readonly FileNote[]
  failures: readonly FileFailure[]
}

/** Raise it when the way from a file to passages changes, so that no index mixes the old with the new. */
export const preparationVersion = 7

/** What a prepared file depends on: where it lies, its bytes, the code's version and the models. */
export const preparationKey = (path: string, bytes: Uint8Array, models: readonly string[]): string =>
  createHash('sha256')
    .update([preparationVersion, ...models, path].join('\n'))
    .update('\0')
    .update(bytes)
    .digest('hex')
    .slice(0, 40)

interface About {
  key: string
  notes: readonly FileNote[]
  failures: readonly FileFailure[]
  documents: readonly { entry: DocumentEntry; model: string; dimensions: number }[]
}

/** The latest prepared form of every file, by the file's path. A damaged or half-written one counts as absent. */
export interface DocumentCache {
  get(path: string): Promise<PreparedFile | null>
  put(path: string, file: PreparedFile): Promise<void>
  /** Forgets every file but these. */
  keepOnly(paths: readonly string[]): Promise<void>
}

const nameOf = (path: string) => `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.pack`

export async function openDocumentCache(folder: string): Promise<DocumentCache> {
  await mkdir(folder, { recursive: true })
  return {
    get: (path) => readPrepared(join(folder, nameOf(path))).catch(() => null),
    async put(path, file) {
      const draft = join(folder, `.${process.pid}-${nameOf(path)}`)
      await writePrepared(draft, file)
      await rename(draft, join(folder, nameOf(path)))
    },
    async keepOnly(paths) {
      const kept = new Set(paths.map(nameOf))
      const stale = (await readdir(folder)).filter((name) => !kept.has(name))
      await Promise.all(stale.map((name) => rm(join(folder, name), { force: true })))
    },
  }
}

async function writePrepared(path: string, { key, documents, notes, failures }: PreparedFile): Promise<void> {
  const about: About = {
    key,
    notes,
    failures,
    documents: documents.map(({ entry, model, pool }) => ({ entry, model, dimensions: pool.vectors.dimensions })),
  }
  const columns = documents.flatMap(({ pool }, index) => [
    [`keys.${index}`, pool.keys] as const,
    [`rows.${index}`, pool.vectors.rows] as const,
    [`scales.${index}`, pool.vectors.scales] as const,
  ])
  await writePackedFile(path, about, Object.fromEntries(columns))
}

async function readPrepared(path: string): Promise<PreparedFile> {
  const file = await readPackedFile(path)
  // A file of another form fails in the lines below and counts as absent; entries are used only under the key of this code's version.
  const about = file.about as About
  return {
    key: about.key,
    notes: about.notes,
    failures: about.failures,
    documents: about.documents.map(({ entry, model, dimensions }, index) => ({
      entry,
      model,
      pool: {
        keys: file.column(`keys.${index}`, 'Uint32Array'),
        vectors: {
          dimensions,
          rows: file.column(`rows.${index}`, 'Int8Array'),
          scales: file.column(`scales.${index}`, 'Float32Array'),
        },
      },
    })),
  }
}
