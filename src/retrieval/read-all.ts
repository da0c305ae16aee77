import { basename, dirname } from 'node:path'
import { listFiles, openFile } from './list-files.ts'
import type { FileReading, ReadKnowledgeFile } from './knowledge-file.ts'
import { mapAtOnce } from './map-at-once.ts'

const filesAtOnce = 2

/** Reads every file of a folder, or one file, in the order of their paths. */
export async function readAll(
  path: string,
  read: ReadKnowledgeFile,
  onFile?: (done: number, total: number) => void,
): Promise<readonly FileReading[]> {
  const files = await listFiles(path).catch(() => null)
  if (files === null) return read(await openFile(dirname(path), basename(path)))
  let done = 0
  const readings = await mapAtOnce(files, filesAtOnce, async (name) => {
    const found = await read(await openFile(path, name))
    onFile?.((done += 1), files.length)
    return found
  })
  return readings.flat()
}
