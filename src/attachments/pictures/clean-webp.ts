import { readChunks, writeChunks, writeForm, type RiffChunk } from '../riff-chunks.ts'
import { UnfitFile } from '../unfit-file.ts'
import { onlyOrientation } from './exif.ts'
import type { CleanPicture } from './picture.ts'

const pixels: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH'])
const shown: ReadonlySet<string> = new Set([...pixels, 'VP8X', 'ANIM', 'ANMF', 'ICCP'])
/** Flags of VP8X: it has Exif data, it has XMP data. */
const exifFlag = 0x08
const xmpFlag = 0x04

/** A frame of an animation holds chunks of its own behind 16 bytes. */
const cleanFrame = ({ type, data }: RiffChunk): RiffChunk => {
  const inside = readChunks(data, 16, data.length).filter(({ type }) => pixels.has(type))
  return { type, data: Buffer.concat([data.subarray(0, 16), writeChunks(inside)]) }
}

function flagged({ type, data }: RiffChunk, hasExif: boolean): RiffChunk {
  const copy = Buffer.from(data)
  copy.writeUInt8((copy.readUInt8(0) & ~(exifFlag | xmpFlag)) | (hasExif ? exifFlag : 0), 0)
  return { type, data: copy }
}

function sizeOf(chunks: readonly RiffChunk[]): { width: number; height: number } {
  for (const { type, data } of chunks) {
    if (type === 'VP8X') return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 }
    if (type === 'VP8 ') return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff }
    if (type === 'VP8L') {
      const bits = data.readUInt32LE(1)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
  }
  throw new UnfitFile('damaged')
}

const tiffOf = (data: Buffer) => (data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data)

/** WebP: the chunks that it is shown with. */
export const cleanWebp: CleanPicture = async (content, orientationOf) => {
  const end = 8 + content.readUInt32LE(4)
  if (end > content.length + 1) throw new UnfitFile('damaged')
  const chunks = readChunks(content, 12, Math.min(end, content.length))
  if (!chunks.some(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF')) throw new UnfitFile('damaged')
  const found = chunks.find(({ type }) => type === 'EXIF')
  const exif = found === undefined ? null : tiffOf(found.data)
  const turned = exif === null ? null : onlyOrientation(await orientationOf(exif))
  const kept = chunks
    .filter(({ type }) => shown.has(type))
    .map((chunk) =>
      chunk.type === 'VP8X' ? flagged(chunk, turned !== null) : chunk.type === 'ANMF' ? cleanFrame(chunk) : chunk,
    )
  const note = turned === null ? [] : [{ type: 'EXIF', data: turned }]
  return { content: writeForm('WEBP', [...kept, ...note]), exif, ...sizeOf(chunks) }
}
