import { UnfitFile } from './unfit-file.ts'

/** A box of an ISO media file (HEIF, MP4): from `at` to `end` in the file, its content from `body` on. */
export interface Box {
  type: string
  at: number
  body: number
  end: number
}

const most = 10_000

/** The boxes that stand in a row from `from` to `to`. */
export function readBoxes(content: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to;) {
    const short = content.readUInt32BE(at)
    const long = short === 1
    const length = long ? Number(content.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const body = at + (long ? 16 : 8)
    const end = at + length
    if (end > to || body > end || boxes.length >= most) throw new UnfitFile('damaged')
    boxes.push({ type: content.toString('latin1', at + 4, at + 8), at, body, end })
    at = end
  }
  return boxes
}

export const boxesIn = (content: Buffer, box: Box, skipped = 0): readonly Box[] =>
  readBoxes(content, box.body + skipped, box.end)

/** Empties a box in place: its length stays, so that what points behind it still does. */
export function emptyBox(content: Buffer, { at, body, end }: Box): void {
  content.write('free', at + 4, 'latin1')
  content.fill(0, body, end)
}
