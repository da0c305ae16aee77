import { boxesIn, emptyBox, readBoxes, type Box } from '../boxes.ts'
import { UnfitFile } from '../unfit-file.ts'
import { readItems, type HeifItem } from './heif-items.ts'
import type { CleanPicture } from './picture.ts'

const notes: ReadonlySet<string> = new Set(['Exif', 'mime', 'uri ', ''])
const needed: ReadonlySet<string> = new Set(['ftyp', 'meta', 'mdat'])
const neededInMeta: ReadonlySet<string> = new Set('hdlr pitm iinf iref iprp iloc idat grpl dinf ipro'.split(' '))
/** Exif data that says nothing, behind the four bytes that say where it begins. */
const nothing = Buffer.from('\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0', 'latin1')

type Range = readonly [from: number, to: number]

/** Fills with zeros what lies in a range and in none of those kept. */
function emptyBetween(content: Buffer, [from, to]: Range, kept: readonly Range[]): void {
  let at = from
  for (const [begin, end] of kept.toSorted((a, b) => a[0] - b[0])) {
    if (end <= at || begin >= to) continue
    if (begin > at) content.fill(0, at, begin)
    at = Math.max(at, end)
  }
  if (at < to) content.fill(0, at, to)
}

/** The largest size that a part of the picture, or the whole, is said to have. */
function sizeOf(content: Buffer, boxes: readonly Box[]): { width: number; height: number } {
  const sizes = boxes
    .filter(({ type }) => type === 'iprp')
    .flatMap((box) => boxesIn(content, box))
    .filter(({ type }) => type === 'ipco')
    .flatMap((box) => boxesIn(content, box))
    .filter(({ type }) => type === 'ispe')
    .map(({ body }) => ({ width: content.readUInt32BE(body + 4), height: content.readUInt32BE(body + 8) }))
  const largest = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
  if (largest === undefined) throw new UnfitFile('damaged')
  return largest
}

function tiffOf(content: Buffer, items: readonly HeifItem[]): Buffer | null {
  const exif = items.find(({ type }) => type === 'Exif')
  if (exif === undefined) return null
  const data = Buffer.concat(exif.extents.map(([from, to]) => content.subarray(from, to)))
  return data.length < 8 ? null : data.subarray(4 + data.readUInt32BE(0))
}

/**
 * HEIF: parts are pointed at by their place in the file, so what is not shown is overwritten where it stands. How the picture is turned stands
 * in properties of their own, which stay.
 */
export const cleanHeif: CleanPicture = (content) => {
  const whole = Buffer.from(content)
  const top = readBoxes(whole, 0, whole.length)
  const meta = top.find(({ type }) => type === 'meta')
  if (meta === undefined || top.filter(({ type }) => type === 'meta').length > 1) throw new UnfitFile('damaged')
  const boxes = boxesIn(whole, meta, 4)
  const items = readItems(whole, boxes)
  const shown = items.filter(({ type }) => !notes.has(type)).flatMap(({ extents }) => extents)
  if (shown.length === 0) throw new UnfitFile('damaged')
  const found = tiffOf(whole, items)
  const exif = found === null ? null : Buffer.from(found)
  const size = sizeOf(whole, boxes)
  for (const box of [...top, ...boxes])
    if (box.type === 'mdat' || box.type === 'idat') emptyBetween(whole, [box.body, box.end], shown)
  for (const box of top) if (!needed.has(box.type)) emptyBox(whole, box)
  for (const box of boxes) if (!neededInMeta.has(box.type)) emptyBox(whole, box)
  for (const { type, extents } of items)
    for (const [from, to] of type === 'Exif' ? extents.slice(0, 1) : [])
      if (to - from >= nothing.length) nothing.copy(whole, from)
  return Promise.resolve({ content: whole, exif, ...size })
}
