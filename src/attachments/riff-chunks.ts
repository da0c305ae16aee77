import { UnfitFile } from './unfit-file.ts'

export interface RiffChunk {
  type: string
  data: Buffer
}

/** An animation has two chunks a frame. */
const most = 10_000

/** The chunks of a RIFF form (WebP, WAV) from `from` on, as far as it says that it reaches. */
export function readChunks(content: Buffer, from: number, end: number): readonly RiffChunk[] {
  const chunks: RiffChunk[] = []
  for (let at = from; at + 8 <= end;) {
    const length = content.readUInt32LE(at + 4)
    if (at + 8 + length > end) throw new UnfitFile('damaged')
    if (chunks.length >= most) throw new UnfitFile('bomb')
    chunks.push({ type: content.toString('latin1', at, at + 4), data: content.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

/** Chunks in a row, each filled up to an even length. */
export const writeChunks = (chunks: readonly RiffChunk[]): Buffer =>
  Buffer.concat(
    chunks.flatMap(({ type, data }) => {
      const head = Buffer.alloc(8)
      head.write(type, 'latin1')
      head.writeUInt32LE(data.length, 4)
      return [head, data, Buffer.alloc(data.length % 2)]
    }),
  )

/** A whole file of the form. */
export function writeForm(form: string, chunks: readonly RiffChunk[]): Buffer {
  const body = Buffer.concat([Buffer.from(form, 'latin1'), writeChunks(chunks)])
  const head = Buffer.alloc(8)
  head.write('RIFF', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}
