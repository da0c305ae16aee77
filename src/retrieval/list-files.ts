import { readFile, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { phrase } from '../core/phrase.ts'
import { tooLarge } from './read/too-large.ts'
import { usualLimits } from './read/read-limits.ts'
import type { SourceFile } from './read/reading.ts'
import { sidecarEnding } from './read/sidecar-ending.ts'

/** Why a file is not to be loaded: it is larger than anything that is read. */
function problemOf(size: number): NonNullable<SourceFile['problem']> | null {
  if (size <= usualLimits.fileBytes) return null
  return { reason: 'too-large', message: tooLarge(size, usualLimits.fileBytes) }
}

/** A file of the folder, with the sidecar that belongs to it. One that is too large, or that the disk does not give, has its problem instead of bytes. */
export async function openFile(folder: string, path: string): Promise<SourceFile> {
  try {
    const problem = problemOf((await stat(join(folder, path))).size)
    if (problem !== null) return { name: path, bytes: new Uint8Array(), problem }
    const bytes = await readFile(join(folder, path))
    const sidecar = await readFile(join(folder, `${path}${sidecarEnding}`)).catch(() => null)
    return { name: path, bytes, ...(sidecar === null ? {} : { sidecar }) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message = phrase('reading.no-access', { code })
    return { name: path, bytes: new Uint8Array(), problem: { reason: 'no-access', message } }
  }
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
