import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../core/clock.ts'
import { languages } from '../core/language.ts'
import { buildShard } from './build-shard.ts'
import { openDocumentCache, preparationKey } from './document-cache.ts'
import type { PreparedFile } from './document-cache.ts'
import type { Embedders } from './embedder.ts'
import { cacheFolder, currentVersion, draftFolder, publish, removeStale, versionFolder } from './index-folder.ts'
import type { ReadKnowledgeFile } from './knowledge-file.ts'
import { mapAtOnce } from './map-at-once.ts'
import { indexFormat, manifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { listFiles, openFile } from './list-files.ts'
import { prepareFile } from './prepare-file.ts'

/** How far a build is. Embedding (each file read just before) counts files, indexing counts passages. */
export interface BuildProgress {
  phase: 'embedding' | 'indexing'
  done: number
  total: number
}

export interface BuildOptions {
  /** The knowledge folder; hidden files and folders in it are passed over. */
  folder: string
  /** Where the index lies; made where it is missing. */
  indexFolder: string
  readFile: ReadKnowledgeFile
  embedders: Embedders
  clock: Clock
  signal: AbortSignal
  onProgress?: (progress: BuildProgress) => void
}

export interface BuildReport {
  version: string
  /** False where nothing had changed and the index stands as it was. */
  changed: boolean
  manifest: Manifest
  /** Files that had to be read and embedded; the others came from the cache. */
  preparedFiles: number
}

/** Files under way at a time: while one is read, the embedding threads are busy with the others. */
const filesAtOnce = 4

async function standing(indexFolder: string, version: string): Promise<Manifest | null> {
  try {
    return manifest.parse(
      JSON.parse(await readFile(join(versionFolder(indexFolder, version), 'manifest.json'), 'utf8')),
    )
  } catch {
    return null
  }
}

/**
 * Brings the index of a knowledge folder up to date. Only files whose bytes changed are read and embedded again; the new version
 * serves in one step once it is whole, and until then, or after a crash or an abort, the old one does.
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const { folder, indexFolder, embedders, signal } = options
  const cache = await openDocumentCache(cacheFolder(indexFolder))
  const models = languages.map((language) => embedders[language].name)
  const paths = await listFiles(folder)
  let done = 0
  let preparedFiles = 0
  const files = await mapAtOnce(paths, filesAtOnce, async (path) => {
    signal.throwIfAborted()
    const source = await openFile(folder, path)
    const key = preparationKey(path, Buffer.concat([source.bytes, source.sidecar ?? Buffer.alloc(0)]), models)
    const before = await cache.get(path)
    const file = before?.key === key ? before : await prepareFile({ file: source, key, before, ...options })
    if (file !== before) {
      await cache.put(path, file)
      preparedFiles += 1
    }
    options.onProgress?.({ phase: 'embedding', done: (done += 1), total: paths.length })
    return file
  })
  const version = createHash('sha256')
    .update([indexFormat, ...files.map(({ key }) => key)].join('\n'))
    .digest('hex')
    .slice(0, 16)
  const before = await currentVersion(indexFolder)
  const same = before === version ? await standing(indexFolder, version) : null
  if (same !== null) return { version, changed: false, manifest: same, preparedFiles }
  const made = await writeVersion(options, version, files)
  await cache.keepOnly(paths)
  await removeStale(indexFolder, [version, before], options.clock())
  return { version, changed: true, manifest: made, preparedFiles }
}

async function writeVersion(options: BuildOptions, version: string, files: readonly PreparedFile[]): Promise<Manifest> {
  const { indexFolder, embedders, signal } = options
  const draft = await draftFolder(indexFolder, version)
  const documents = files.flatMap((file) => file.documents)
  const total = documents.reduce((sum, { entry }) => sum + entry.passages.length, 0)
  let done = 0
  const shards: Manifest['shards'] = []
  for (const language of languages) {
    const own = documents.filter(({ entry }) => entry.facts.language === language && entry.passages.length > 0)
    if (own.length === 0) continue
    const { name, dimensions } = embedders[language]
    const shardFolder = join(draft, language)
    await mkdir(shardFolder)
    const onPoint = () => options.onProgress?.({ phase: 'indexing', done: (done += 1), total })
    const counts = await buildShard({ folder: shardFolder, documents: own, dimensions, signal, onPoint })
    shards.push({ language, model: name, dimensions, ...counts })
  }
  const made: Manifest = {
    format: indexFormat,
    version,
    builtAt: options.clock().toISOString(),
    shards,
    notes: files
      .flatMap(({ notes }) => notes)
      .map((note) => ({ ...note, warnings: [...note.warnings], quarantined: [...note.quarantined] })),
    failures: files.flatMap(({ failures }) => failures),
  }
  await writeFile(join(draft, 'manifest.json'), JSON.stringify(made, null, 2))
  await publish(indexFolder, draft, version)
  return made
}
