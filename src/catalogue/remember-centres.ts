import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readPackedFile, writePackedFile } from '../retrieval/packed-file.ts'
import type { ClassCentres } from '../tickets/classify/class-centres.ts'

const about = z.object({ dimensions: z.number() })

async function readCentres(path: string): Promise<ClassCentres> {
  const file = await readPackedFile(path)
  return { dimensions: about.parse(file.about).dimensions, vectors: file.column('vectors', 'Float32Array') }
}

/**
 * Keeps what was learned in a folder, named by what it was learned from: the same content is never computed twice, and only the newest of
 * a kind stays. A file that cannot be read is computed anew.
 */
export function rememberCentres(folder: string) {
  return async (kind: string, key: string, find: () => Promise<ClassCentres>): Promise<ClassCentres> => {
    const name = `${kind}-${key}.bin`
    const path = join(folder, name)
    const kept = existsSync(path) ? await readCentres(path).catch(() => null) : null
    if (kept !== null) return kept
    const centres = await find()
    await mkdir(folder, { recursive: true })
    // Written beside and renamed: another process never opens half a file.
    const draft = `${path}.${process.pid}.draft`
    await writePackedFile(draft, { dimensions: centres.dimensions }, { vectors: centres.vectors })
    await rename(draft, path)
    const old = (await readdir(folder)).filter(
      (file) => file.startsWith(`${kind}-`) && file.endsWith('.bin') && file !== name,
    )
    await Promise.all(old.map((file) => rm(join(folder, file), { force: true })))
    return centres
  }
}
