import { boxesIn, emptyBox, readBoxes, type Box } from '../boxes.ts'
import { UnfitFile } from '../unfit-file.ts'

const needed: ReadonlySet<string> = new Set('ftyp moov mdat moof sidx mfra styp wide'.split(' '))
const notes: ReadonlySet<string> = new Set(['udta', 'meta', 'uuid'])

const inside = (content: Buffer, boxes: readonly Box[], type: string) =>
  boxes.filter((box) => box.type === type).flatMap((box) => boxesIn(content, box))

/** MP4 and its kin with sound and no moving picture. Notes go, as telephones write the place of a recording into them. */
export function cleanMp4(content: Buffer): Buffer {
  const whole = Buffer.from(content)
  const top = readBoxes(whole, 0, whole.length)
  const movie = inside(whole, top, 'moov')
  const tracks = inside(whole, movie, 'trak')
  const handlers = inside(whole, tracks, 'mdia')
    .filter(({ type }) => type === 'hdlr')
    .map(({ body }) => whole.toString('latin1', body + 8, body + 12))
  if (!handlers.includes('soun') || handlers.includes('vide')) throw new UnfitFile('type')
  for (const box of top) if (!needed.has(box.type)) emptyBox(whole, box)
  for (const box of [...movie, ...tracks]) if (notes.has(box.type)) emptyBox(whole, box)
  return whole
}
