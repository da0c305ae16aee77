import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readPackedFile, writePackedFile } from '../retrieval/packed-file.ts'
import type { SubjectModel } from '../tickets/classify/fit-subjects.ts'

const about = z.object({ dimensions: z.number(), classes: z.number(), labels: z.array(z.number()) })

async function readModel(path: string): Promise<SubjectModel> {
  const file = await readPackedFile(path)
  const { dimensions, classes, labels } = about.parse(file.about)
  const all = file.column('vectors', 'Float32Array')
  const vectors = labels.map((_, at) => all.subarray(at * dimensions, (at + 1) * dimensions))
  return { labels, vectors, linear: { dimensions, classes, weights: file.column('weights', 'Float32Array') } }
}

async function writeModel(path: string, { labels, vectors, linear }: SubjectModel): Promise<void> {
  const all = new Float32Array(vectors.length * linear.dimensions)
  vectors.forEach((vector, at) => all.set(vector, at * linear.dimensions))
  const { dimensions, classes, weights } = linear
  // Written beside and renamed: another process never opens half a file.
  const draft = `${path}.${process.pid}.draft`
  await writePackedFile(draft, { dimensions, classes, labels }, { vectors: all, weights })
  await rename(draft, path)
}

/**
 * Keeps fitted models in a folder, named by what they were fitted to: the same content is never computed twice, and only the newest of a
 * kind stays. A file that cannot be read is computed anew.
 */
export function rememberModel(folder: string) {
  return async (kind: string, key: string, fit: () => Promise<SubjectModel>): Promise<SubjectModel> => {
    const name = `${kind}-${key}.bin`
    const path = join(folder, name)
    const kept = existsSync(path) ? await readModel(path).catch(() => null) : null
    if (kept !== null) return kept
    const model = await fit()
    await mkdir(folder, { recursive: true })
    await writeModel(path, model)
    const old = (await readdir(folder)).filter(
      (file) => file.startsWith(`${kind}-`) && file.endsWith('.bin') && file !== name,
    )
    await Promise.all(old.map((file) => rm(join(folder, file), { force: true })))
    return model
  }
}
