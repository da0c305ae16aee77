import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'
import { decodeWestern, withWindowsSigns } from '../text/decode-western.ts'

/** A stretch of text that lies in one place of the file. */
export interface Piece {
  /** Characters, counted over all stories. */
  from: number
  to: number
  /** Where its bytes begin. */
  offset: number
  /** 1 for Western text in one byte a character, 2 for UTF-16. */
  width: 1 | 2
}

const compressedFlag = 0x40000000

/** Reads the piece table ([MS-DOC] 2.9.38) of a Word file: which characters lie where. */
export function readPieces(clx: Buffer): Piece[] {
  let at = 0
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const table = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
  const count = (table.length - 4) / 12
  return Array.from({ length: Math.floor(count) }, (_, index) => {
    const place = table.readUInt32LE(4 * (Math.floor(count) + 1) + 8 * index + 2)
    const compressed = (place & compressedFlag) !== 0
    const address = place & 0x3fffffff
    return {
      from: table.readUInt32LE(4 * index),
      to: table.readUInt32LE(4 * index + 4),
      offset: compressed ? address / 2 : address,
      width: compressed ? 1 : 2,
    }
  })
}

/** The characters of a piece from one to before another, as counted over all stories. */
export function pieceText(main: Buffer, piece: Piece, from: number, to: number): string {
  const start = piece.offset + (from - piece.from) * piece.width
  const end = piece.offset + (to - piece.from) * piece.width
  if (end > main.length) throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const bytes = main.subarray(start, end)
  // Some programs widen Western bytes without translating them, so even UTF-16 may hold signs of Windows.
  return piece.width === 1 ? decodeWestern(bytes) : withWindowsSigns(bytes.toString('utf16le'))
}
