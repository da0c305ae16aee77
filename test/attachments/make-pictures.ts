import { crc32, deflateSync } from 'node:zlib'
import { makeExif, secret, xmp, type ExifParts } from './make-exif.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')

/** One grey pixel, as any program saves it. */
const plainJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
)
const plainWebp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')
const plainGif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

export type Noted = ExifParts & { noted?: boolean }

/** What telephones and programs write into a JPEG. */
const jpegNotes = (exif: ExifParts) => [
  segment(0xe1, Buffer.concat([latin('Exif\0\0'), makeExif(exif)])),
  segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${xmp}`)),
  segment(0xed, latin(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1c${secret}`)),
  segment(0xfe, latin(secret)),
  segment(0xe5, latin(secret)),
]

/** Writes notes into any JPEG. */
export const noteJpeg = (jpeg: Buffer, exif: ExifParts): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), ...jpegNotes(exif), jpeg.subarray(2)])

/** A photo; `noted: false` leaves all notes out. `tail` stands behind its end. */
export const makeJpeg = ({ noted = true, ...exif }: Noted = {}, tail: Uint8Array = new Uint8Array()): Buffer =>
  Buffer.concat([noted ? noteJpeg(plainJpeg, exif) : plainJpeg, tail])

/** The same photo as large as is said; its one coded pixel stays. */
export function makeJpegOfSize(width: number, height: number): Buffer {
  const jpeg = Buffer.from(plainJpeg)
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  jpeg.writeUInt16BE(height, frame + 5)
  jpeg.writeUInt16BE(width, frame + 7)
  return jpeg
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length, 0)
  head.write(type, 4, 'latin1')
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])), 0)
  return Buffer.concat([head, data, sum])
}

/** Writes notes into any PNG, behind its header. */
export const notePng = (png: Buffer, exif: ExifParts): Buffer =>
  Buffer.concat([
    png.subarray(0, 33),
    chunk('eXIf', makeExif(exif)),
    chunk('tEXt', latin(`Author\0${secret}`)),
    chunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(secret)])),
    chunk('iTXt', latin(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    chunk('tIME', Buffer.from([7, 234, 11, 23, 9, 30, 0])),
    chunk('prVt', latin(secret)),
    png.subarray(33),
  ])

export function makePng({ noted = true, ...exif }: Noted = {}, size: readonly [number, number] = [2, 3]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size[0], 0)
  header.writeUInt32BE(size[1], 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = Array.from({ length: Math.min(size[1], 3) }, () => [
    0,
    ...Array<number>(Math.min(size[0], 2) * 3).fill(7),
  ])
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('gAMA', Buffer.from([0, 0, 0xb1, 0x8f])),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()))),
    chunk('IEND', new Uint8Array()),
  ])
  return noted ? notePng(png, exif) : png
}

const riff = (type: string, data: Uint8Array): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** Puts any WebP of the given size into the extended form, where it is not in it, with notes behind the picture. */
export function noteWebp(webp: Buffer, exif: ExifParts, size: readonly [number, number]): Buffer {
  const extended = webp.toString('latin1', 12, 16) === 'VP8X'
  const header = extended ? Buffer.from(webp.subarray(20, 30)) : Buffer.alloc(10)
  header.writeUInt8(header.readUInt8(0) | 0x0c, 0)
  header.writeUIntLE(size[0] - 1, 4, 3)
  header.writeUIntLE(size[1] - 1, 7, 3)
  const chunks = [
    riff('VP8X', header),
    webp.subarray(extended ? 30 : 12),
    riff('EXIF', makeExif(exif)),
    riff('XMP ', latin(xmp)),
    riff('note', latin(secret)),
  ]
  return riff('RIFF', Buffer.concat([latin('WEBP'), ...chunks]))
}

export const makeWebp = ({ noted = true, ...exif }: Noted = {}): Buffer =>
  noted ? noteWebp(plainWebp, exif, [1, 1]) : plainWebp

/** GIF with a comment, and with XMP data as another program's note. */
export const makeGif = (): Buffer =>
  Buffer.concat([
    plainGif.subarray(0, 19),
    latin(`\x21\xfe${String.fromCharCode(secret.length)}${secret}\0`),
    latin(`\x21\xff\x0bXMP DataXMP${String.fromCharCode(secret.length)}${secret}\0`),
    latin('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0'),
    plainGif.subarray(19),
  ])

const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const numbers = (bytes: number, ...values: readonly number[]): Buffer => {
  const written = Buffer.alloc(bytes * values.length)
  for (const [index, value] of values.entries()) written.writeUIntBE(value, index * bytes, bytes)
  return written
}
const item = (id: number, type: string, rest = '') =>
  box('infe', numbers(4, 0x02000000), numbers(2, id, 0), latin(`${type}\0${rest}`))

/** The coded picture of the HEIC sample: it has to come through untouched. */
export const heicPixels = Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 37) % 256))

/** HEIC as telephones lay it out: a picture, its Exif data and XMP data beside it in one box, and a note of the maker's. */
export function makeHeic({ noted = true, ...exif }: Noted = {}, size: readonly [number, number] = [64, 48]): Buffer {
  const tiff = Buffer.concat([numbers(4, 6), latin('Exif\0\0'), makeExif(exif)])
  const parts = [heicPixels, ...(noted ? [tiff, latin(xmp)] : [])]
  const ftyp = box('ftyp', latin('heic\0\0\0\0mif1heic'))
  const note = noted ? [box('uuid', Buffer.alloc(16, 9), latin(secret))] : []
  const meta = (begin: number) => {
    let at = begin
    const places = parts.map((part, index) => {
      const place = Buffer.concat([numbers(2, index + 1, 0, 1), numbers(4, at, part.length)])
      at += part.length
      return place
    })
    const ispe = box('ispe', numbers(4, 0, ...size))
    return box(
      'meta',
      numbers(4, 0),
      box('hdlr', numbers(4, 0, 0), latin('pict'), Buffer.alloc(13)),
      box('pitm', numbers(4, 0), numbers(2, 1)),
      box(
        'iinf',
        numbers(4, 0),
        numbers(2, parts.length),
        item(1, 'hvc1'),
        ...(noted ? [item(2, 'Exif'), item(3, 'mime', 'application/rdf+xml\0')] : []),
      ),
      box('iprp', box('ipco', ispe), box('ipma', numbers(4, 0, 1), numbers(2, 1), numbers(1, 1, 1))),
      box('iloc', numbers(4, 0), numbers(1, 0x44, 0), numbers(2, parts.length), ...places),
    )
  }
  const before = ftyp.length + meta(0).length + note.reduce((sum, part) => sum + part.length, 0) + 8
  return Buffer.concat([ftyp, meta(before), ...note, box('mdat', ...parts, ...(noted ? [latin(secret)] : []))])
}
