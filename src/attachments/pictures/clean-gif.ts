import { UnfitFile } from '../unfit-file.ts'
import type { CleanPicture } from './picture.ts'

/** An animation may say how often it is repeated; other programs' notes (XMP among them), comments and texts are dropped. */
const keptPrograms: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])
/** Frames, and what is said between them. */
const mostParts = 20_000
const control = 0xf9
const program = 0xff

const tableLength = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

/** Where a row of blocks, each with its length before it, ends. */
function endOfBlocks(content: Buffer, from: number): number {
  let at = from
  for (let length = content.readUInt8(at); length > 0; length = content.readUInt8(at)) at += 1 + length
  return at + 1
}

/** GIF: its frames, how long each is shown and how often; what stands behind its end goes too. */
export const cleanGif: CleanPicture = (content) => {
  const body = 13 + tableLength(content.readUInt8(10))
  const kept = [content.subarray(0, body)]
  let frames = 0
  let parts = 0
  let at = body
  for (let sign = content.readUInt8(at); sign !== 0x3b; sign = content.readUInt8(at)) {
    const from = at
    if (++parts > mostParts) throw new UnfitFile('bomb')
    if (sign === 0x21) {
      at = endOfBlocks(content, from + 2)
      const label = content.readUInt8(from + 1)
      const name = content.toString('latin1', from + 3, from + 14)
      if (label === control || (label === program && keptPrograms.has(name))) kept.push(content.subarray(from, at))
    } else if (sign === 0x2c) {
      at = endOfBlocks(content, from + 11 + tableLength(content.readUInt8(from + 9)))
      kept.push(content.subarray(from, at))
      frames++
    } else throw new UnfitFile('damaged')
    if (at > content.length) throw new UnfitFile('damaged')
  }
  if (frames === 0) throw new UnfitFile('damaged')
  const whole = Buffer.concat([...kept, Buffer.from([0x3b])])
  return Promise.resolve({
    content: whole,
    exif: null,
    width: content.readUInt16LE(6),
    height: content.readUInt16LE(8),
  })
}
