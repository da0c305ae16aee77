import { CFB } from '@e965/xlsx'
import { z } from 'zod'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'

/** The streams of an OLE compound file (Word, Excel and WPS files of before 2007) by their path without the root, in small letters: "worddocument". */
export type OleStreams = ReadonlyMap<string, Buffer>

const container = z.object({
  FullPaths: z.array(z.string()),
  FileIndex: z.array(z.object({ type: z.number(), size: z.number(), content: z.unknown().optional() })),
})

const bytesOf = (content: unknown): Buffer =>
  content instanceof Uint8Array || Array.isArray(content) ? Buffer.from(content) : Buffer.alloc(0)

/** Opens an OLE compound file. Throws `UnreadableFile` where its tables are cut off or broken. */
export function openOle(bytes: Uint8Array): OleStreams {
  try {
    const { FullPaths, FileIndex } = container.parse(CFB.read(bytes, { type: 'buffer' }))
    const streams = FullPaths.flatMap((path, index): [string, Buffer][] => {
      const entry = FileIndex[index]
      return entry?.type === 2 ? [[path.replace(/^[^/]*\//u, '').toLowerCase(), bytesOf(entry.content)]] : []
    })
    return new Map(streams)
  } catch {
    throw new UnreadableFile('damaged', phrase('reading.damaged'))
  }
}
