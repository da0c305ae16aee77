import { phrase } from '../../core/phrase.ts'
import { openArchive, type Unpacked } from './archive/open-archive.ts'
import type { FileReading } from '../knowledge-file.ts'
import { failureOf } from './failure-of.ts'
import { UnreadableFile, type ReadLimits, type SourceFile } from './reading.ts'
import { sidecarEnding } from './sidecar-ending.ts'

/** What programs put into archives besides the documents. */
const clutter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/iu

export type ReadInner = (file: SourceFile, limits: ReadLimits) => Promise<readonly FileReading[]>

/** Reads the documents of a ZIP archive one by one; entries that are unsafe or cannot be read come back as failures. A bomb ends it. */
export async function readArchive(
  file: SourceFile,
  limits: ReadLimits,
  read: ReadInner,
): Promise<readonly FileReading[]> {
  const unpacked: Unpacked = { bytes: 0 }
  const archive = await openArchive(file.bytes, limits, unpacked)
  const readings: FileReading[] = archive.unsafeNames.map((name) => ({
    path: `${file.name}!/${name.replaceAll(/[\u0000-\u001f]/gu, '�')}`,
    failure: { reason: 'unsafe-path', message: phrase('reading.unsafe-path') },
  }))
  for (const name of archive.names) {
    if (clutter.test(name) || name.endsWith(sidecarEnding)) continue
    const path = `${file.name}!/${name}`
    try {
      const bytes = await archive.read(name)
      const beside = `${name}${sidecarEnding}`
      const sidecar = archive.has(beside) ? { sidecar: await archive.read(beside) } : {}
      const left = { ...limits, unpackedBytes: Math.max(0, limits.unpackedBytes - unpacked.bytes) }
      readings.push(...(await read({ name: path, bytes, ...sidecar }, left)))
    } catch (error) {
      readings.push({ path, failure: failureOf(error) })
      if (error instanceof UnreadableFile && error.reason === 'bomb') break
    }
  }
  if (readings.length === 0) throw new UnreadableFile('empty', phrase('reading.empty.archive'))
  return readings
}
