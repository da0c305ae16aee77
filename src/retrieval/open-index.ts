import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../core/language.ts'
import { currentVersion, versionFolder } from './index-folder.ts'
import { manifest, manifestHead } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { openShard } from './open-shard.ts'
import type { Shard } from './open-shard.ts'

/** One version of the knowledge, in memory. */
export interface KnowledgeIndex {
  version: string
  manifest: Manifest
  shards: Readonly<Partial<Record<Language, Shard>>>
}

/** There is no index of this code's form to open: it has to be built first. */
export class MissingIndex extends Error {
  constructor(readonly indexFolder: string) {
    super(`There is no index in ${indexFolder}`)
    this.name = 'MissingIndex'
  }
}

/** Opens the version that serves. A version that is replaced while it is being opened is tried again as the new one. */
export async function openIndex(indexFolder: string): Promise<KnowledgeIndex> {
  const version = await currentVersion(indexFolder)
  if (version === null) throw new MissingIndex(indexFolder)
  try {
    const folder = versionFolder(indexFolder, version)
    const json: unknown = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    if (!manifestHead.safeParse(json).success) throw new MissingIndex(indexFolder)
    const about = manifest.parse(json)
    const shards = await Promise.all(
      about.shards.map(
        async ({ language, dimensions }) => [language, await openShard(join(folder, language), dimensions)] as const,
      ),
    )
    return { version, manifest: about, shards: Object.fromEntries(shards) }
  } catch (error) {
    if ((await currentVersion(indexFolder)) !== version) return openIndex(indexFolder)
    throw error
  }
}
