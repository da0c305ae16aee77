import { UnfitFile } from '../unfit-file.ts'
import { onlyOrientation } from './exif.ts'
import type { CleanPicture } from './picture.ts'

const exifHead = Buffer.from('Exif\0\0', 'latin1')
const endOfImage = Buffer.from([0xff, 0xd9])
/** A progressive picture has about ten scans; thousands of them keep a reader busy for minutes. */
const mostScans = 100

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const isTable = (marker: number) => [0xc4, 0xcc, 0xdb, 0xdc, 0xdd].includes(marker)
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7

interface Parts {
  kept: Buffer[]
  exif: Buffer | null
  width: number
  height: number
  scans: number
}

/** Colour profile, colour transform and pixel shape are kept, a thumbnail in the last of these is not; every other note is dropped. */
function keepNote(marker: number, segment: Buffer, parts: Parts): void {
  const begins = (head: string) => segment.subarray(4, 4 + head.length).toString('latin1') === head
  if (marker === 0xe0 && begins('JFIF\0') && segment.length >= 18) {
    const short = Buffer.concat([segment.subarray(0, 16), Buffer.alloc(2)])
    short.writeUInt16BE(16, 2)
    parts.kept.push(short)
  } else if ((marker === 0xe2 && begins('ICC_PROFILE\0')) || (marker === 0xee && begins('Adobe')))
    parts.kept.push(segment)
  else if (marker === 0xe1 && begins('Exif\0\0')) parts.exif ??= segment.subarray(4 + exifHead.length)
}

/** Where the coded picture that begins at `from` ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1]
    if (next === undefined) break
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  return content.length
}

/** Reads the segment at `at`; returns where the next begins, or null at the end of the picture. */
function readSegment(content: Buffer, at: number, parts: Parts): number | null {
  if (content[at] !== 0xff) throw new UnfitFile('damaged')
  const marker = content.readUInt8(at + 1)
  if (marker === 0xff) return at + 1
  if (marker === 0xd9) return null
  const end = at + 2 + content.readUInt16BE(at + 2)
  if (end > content.length) throw new UnfitFile('damaged')
  const segment = content.subarray(at, end)
  if (marker === 0xda) {
    if (++parts.scans > mostScans) throw new UnfitFile('bomb')
    const after = endOfScan(content, end)
    parts.kept.push(content.subarray(at, after))
    return after
  }
  if (isFrame(marker)) {
    parts.height = segment.readUInt16BE(5)
    parts.width = segment.readUInt16BE(7)
  }
  if (isFrame(marker) || isTable(marker)) parts.kept.push(segment)
  else keepNote(marker, segment, parts)
  return end
}

/** JPEG: the tables, frames and scans alone; what stands behind the end of the picture goes too. */
export const cleanJpeg: CleanPicture = async (content, orientationOf) => {
  const parts: Parts = { kept: [], exif: null, width: 0, height: 0, scans: 0 }
  for (let at: number | null = 2; at !== null && at + 1 < content.length;) at = readSegment(content, at, parts)
  const { kept, exif, width, height, scans } = parts
  if (scans === 0 || width === 0) throw new UnfitFile('damaged')
  const turned = exif === null ? null : onlyOrientation(await orientationOf(exif))
  const note = turned === null ? [] : [noteOf(turned)]
  const begin = content.subarray(0, 2)
  return { content: Buffer.concat([begin, ...note, ...kept, endOfImage]), exif, width, height }
}

function noteOf(tiff: Buffer): Buffer {
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(2 + exifHead.length + tiff.length, 2)
  return Buffer.concat([head, exifHead, tiff])
}
