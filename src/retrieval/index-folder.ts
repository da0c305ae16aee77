import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The folder of an index: `versions/<version>/` each whole and never changed, and `current`, a file that names the one that serves.
 * A build writes a draft beside them and only then points to it, so a crash at any moment leaves the old one serving.
 */
export const versionFolder = (indexFolder: string, version: string): string => join(indexFolder, 'versions', version)
export const cacheFolder = (indexFolder: string): string => join(indexFolder, 'cache')

/** The version that serves; null where none was built yet. */
export async function currentVersion(indexFolder: string): Promise<string | null> {
  try {
    const version = (await readFile(join(indexFolder, 'current'), 'utf8')).trim()
    return /^[\w-]+$/u.test(version) ? version : null
  } catch {
    return null
  }
}

/** A new folder for a version that is being written; it serves nobody until it is published. */
export async function draftFolder(indexFolder: string, version: string): Promise<string> {
  const folder = join(indexFolder, 'versions', `.draft-${version}-${process.pid}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return folder
}

/** Makes a written draft the version that serves; the pointer changes in one step. */
export async function publish(indexFolder: string, draft: string, version: string): Promise<void> {
  const folder = versionFolder(indexFolder, version)
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  const pointer = join(indexFolder, `.current-${process.pid}`)
  await writeFile(pointer, `${version}\n`)
  await rename(pointer, join(indexFolder, 'current'))
}

/** Milliseconds after which a draft or version that nobody points to is left over from a crash or an older build. */
const staleAfter = 60 * 60 * 1000

/** Removes versions and drafts other than the current and the one before it, once they are an hour old. */
export async function removeStale(indexFolder: string, keep: readonly (string | null)[], now: Date): Promise<void> {
  const folder = join(indexFolder, 'versions')
  for (const name of await readdir(folder)) {
    if (keep.includes(name)) continue
    const { mtimeMs } = await stat(join(folder, name))
    const fresh = now.getTime() - mtimeMs < staleAfter
    if (!fresh || !name.startsWith('.draft-')) await rm(join(folder, name), { recursive: true, force: true })
  }
}
