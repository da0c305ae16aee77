import { crc32, inflateSync } from 'node:zlib'
import { UnfitFile } from '../unfit-file.ts'
import { onlyOrientation } from './exif.ts'
import type { CleanPicture } from './picture.ts'

/** What a picture is shown with: pixels, colours, pixel shape, animation. Texts, times and unknown chunks are dropped. */
const shown: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
)
/** A colour profile is some kilobytes long; it is packed, and could be a bomb. */
const longestProfile = 4 * 1024 * 1024

function chunkOf(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), data, Buffer.alloc(4)])
  chunk.writeUInt32BE(data.length, 0)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}

/** A profile without its free name, or nothing where it cannot be unpacked within bounds. */
function profileOf(data: Buffer): Buffer[] {
  const packed = data.subarray(data.indexOf(0) + 2)
  try {
    inflateSync(packed, { maxOutputLength: longestProfile })
    return [chunkOf('iCCP', Buffer.concat([Buffer.from('icc\0\0', 'latin1'), packed]))]
  } catch {
    return []
  }
}

/** Programs write their pixels in pieces of some kilobytes. */
const mostChunks = 20_000

/** PNG: the chunks that it is shown with; what stands behind its end goes too. */
export const cleanPng: CleanPicture = async (content, orientationOf) => {
  const kept: Buffer[] = []
  let exif: Buffer | null = null
  let ended = false
  let count = 0
  for (let at = 8; !ended;) {
    if (++count > mostChunks) throw new UnfitFile('bomb')
    const length = content.readUInt32BE(at)
    const type = content.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (end > content.length || (at === 8) !== (type === 'IHDR')) throw new UnfitFile('damaged')
    const data = content.subarray(at + 8, end - 4)
    if (type === 'eXIf') exif ??= data
    else if (type === 'iCCP') kept.push(...profileOf(data))
    else if (shown.has(type)) kept.push(content.subarray(at, end))
    ended = type === 'IEND'
    at = end
  }
  const [header = Buffer.alloc(0), ...others] = kept
  if (!others.some((chunk) => chunk.toString('latin1', 4, 8) === 'IDAT')) throw new UnfitFile('damaged')
  const turned = exif === null ? null : onlyOrientation(await orientationOf(exif))
  const note = turned === null ? [] : [chunkOf('eXIf', turned)]
  const whole = Buffer.concat([content.subarray(0, 8), header, ...note, ...others])
  return { content: whole, exif, width: header.readUInt32BE(8), height: header.readUInt32BE(12) }
}
