import { boxesIn, type Box } from '../boxes.ts'
import { UnfitFile } from '../unfit-file.ts'

/** A part of a HEIF file: a picture, a tile, or a note. */
export interface HeifItem {
  type: string
  /** Its pieces, as ranges of the file. */
  extents: readonly (readonly [from: number, to: number])[]
}

const most = 20_000

/** Reads numbers one after the other. */
function createCursor(content: Buffer, from: number, end: number) {
  let at = from
  return (bytes: number): number => {
    if (at + bytes > end) throw new UnfitFile('damaged')
    const value =
      bytes === 0 ? 0 : bytes === 8 ? Number(content.readBigUInt64BE(at)) : content.readUIntBE(at, Math.min(bytes, 6))
    at += bytes
    return value
  }
}

/** Types of items by their ids, from the box `iinf`. */
function typesOf(content: Buffer, box: Box): ReadonlyMap<number, string> {
  const wide = content.readUInt8(box.body) > 0
  const entries = boxesIn(content, box, wide ? 8 : 6)
  return new Map(
    entries.map(({ body }) => {
      const version = content.readUInt8(body)
      if (version < 2) throw new UnfitFile('damaged')
      const [id, at] =
        version === 2 ? [content.readUInt16BE(body + 4), body + 8] : [content.readUInt32BE(body + 4), body + 10]
      return [id, content.toString('latin1', at, at + 4)] as const
    }),
  )
}

/** Where items lie, by their ids, from the box `iloc`; `data` is where the box `idat` begins. */
function extentsOf(content: Buffer, box: Box, data: number): ReadonlyMap<number, HeifItem['extents']> {
  const version = content.readUInt8(box.body)
  const next = createCursor(content, box.body + 4, box.end)
  const [sizes, more] = [next(1), next(1)]
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 15, more >> 4]
  const indexSize = version > 0 ? more & 15 : 0
  const idSize = version < 2 ? 2 : 4
  const count = next(idSize)
  const found = new Map<number, HeifItem['extents']>()
  let all = 0
  for (let item = 0; item < count; item++) {
    const id = next(idSize)
    const method = version > 0 ? next(2) & 15 : 0
    if (next(2) !== 0 || method > 1) throw new UnfitFile('damaged')
    const base = next(baseSize) + (method === 1 ? data : 0)
    const pieces = next(2)
    all += pieces
    if (all > most) throw new UnfitFile('damaged')
    const extents = Array.from({ length: pieces }, (): readonly [number, number] => {
      next(indexSize)
      const from = base + next(offsetSize)
      const length = next(lengthSize)
      const to = length === 0 ? content.length : from + length
      if (to > content.length || from > to) throw new UnfitFile('damaged')
      return [from, to]
    })
    found.set(id, extents)
  }
  return found
}

/** The items that the boxes of `meta` describe. */
export function readItems(content: Buffer, boxes: readonly Box[]): readonly HeifItem[] {
  const box = (type: string) => boxes.find((box) => box.type === type)
  const [info, places, data] = [box('iinf'), box('iloc'), box('idat')]
  if (info === undefined || places === undefined) throw new UnfitFile('damaged')
  const types = typesOf(content, info)
  return [...extentsOf(content, places, data?.body ?? 0)].map(([id, extents]) => ({
    type: types.get(id) ?? '',
    extents,
  }))
}
