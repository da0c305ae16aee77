import { readFile, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { SourceFile } from './read/reading.ts'

/** A file beside a document that holds the keys of a front matter. */
const sidecarEnding = '.meta.yaml'

/** A file of the folder, with the sidecar that belongs to it. */
export async function openFile(folder: string, path: string): Promise<SourceFile> {
  const bytes = await readFile(join(folder, path))
  const sidecar = await readFile(join(folder, `${path}${sidecarEnding}`)).catch(() => null)
  return { name: path, bytes, ...(sidecar === null ? {} : { sidecar }) }
}

/** The documents of a folder by their paths in it, sorted; hidden ones and sidecars are passed over. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  return paths
    .filter((path) => !path.split('/').some((name) => name.startsWith('.')) && !path.endsWith(sidecarEnding))
    .sort()
}
