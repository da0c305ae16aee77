import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

/** What stands on a page: content operators. Coordinates as PDF has them, points from the lower left corner. */
export type Drawing = string

const hex = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex')

/** Text at a place; `ink` are operators before it, such as "1 g" for white. */
export const write = (text: string, x: number, y: number, size = 11, ink = '0 g'): Drawing =>
  `q ${ink} BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET Q`

/** Lines of a paragraph, the first indented, from `y` downwards. */
export const paragraph = (text: string, x: number, y: number, letters: number, size = 11, lead = 18): Drawing => {
  const lines = [text.slice(0, letters - 2)]
  for (let at = letters - 2; at < text.length; at += letters) lines.push(text.slice(at, at + letters))
  return lines.map((line, at) => write(line, at === 0 ? x + 2 * size : x, y - at * lead, size)).join('\n')
}

export const line = (x1: number, y1: number, x2: number, y2: number): Drawing =>
  `0 G 0.5 w ${x1} ${y1} m ${x2} ${y2} l S`

export const fill = (x: number, y: number, width: number, height: number, colour: string): Drawing =>
  `q ${colour} ${x} ${y} ${width} ${height} re f Q`

export const image = (x: number, y: number, width: number, height: number): Drawing =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /Im1 Do Q`

/** A table drawn with lines: cells with their spans, row by row; `xs` and `ys` are the edges, ys from the top downwards. */
export function table(
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly { row: number; column: number; rows?: number; columns?: number; text: string }[],
): Drawing {
  return cells
    .flatMap(({ row, column, rows = 1, columns = 1, text }) => {
      const [left, right] = [xs[column] ?? 0, xs[column + columns] ?? 0]
      const [top, bottom] = [ys[row] ?? 0, ys[row + rows] ?? 0]
      const box = [
        line(left, top, right, top),
        line(left, bottom, right, bottom),
        line(left, top, left, bottom),
        line(right, top, right, bottom),
      ]
      return text === '' ? box : [...box, write(text, left + 4, (top + bottom) / 2 - 3, 9)]
    })
    .join('\n')
}

type Quote = (object: number, text: string) => string

const fonts = (quote: Quote) => [
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>',
  `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry${quote(4, 'Adobe')}/Ordering${quote(4, 'GB1')}/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor 5 0 R>>`,
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 752/Descent -271/CapHeight 737/StemV 58>>',
]

interface Making {
  deflate?: boolean
  /** Encrypts for a reader with this password; '' opens without one. */
  password?: string | null
  rotate?: number
  /** What stands between `/OC /L1 BDC` and `EMC` is a layer that is not shown. */
  hiddenLayer?: boolean
}

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex')
const md5 = (...parts: readonly Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest()

/** RC4, which OpenSSL no longer offers. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Array.from({ length: 256 }, (_, at) => at)
  const swap = (one: number, other: number) => {
    ;[box[one], box[other]] = [box[other] ?? 0, box[one] ?? 0]
  }
  for (let at = 0, j = 0; at < 256; at += 1) {
    j = (j + (box[at] ?? 0) + (key[at % key.length] ?? 0)) & 255
    swap(at, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + (box[i] ?? 0)) & 255
      swap(i, j)
      return byte ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0)
    }),
  )
}

const padded = (password: string) => Buffer.concat([Buffer.from(password), padding]).subarray(0, 32)

/** The standard handler of PDF 1.1: 40-bit RC4. */
function encryption(password: string) {
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password))
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff])
  const id = Buffer.alloc(16, 7)
  const key = md5(padded(password), owner, rights, id).subarray(0, 5)
  const dictionary = `<</Filter/Standard/V 1/R 2/O<${owner.toString('hex')}>/U<${rc4(key, padding).toString('hex')}>/P -4>>`
  const encrypt = (number: number, data: Uint8Array) =>
    rc4(md5(key, Buffer.from([number & 255, number >> 8, 0, 0, 0])).subarray(0, 10), data)
  return { dictionary, id: id.toString('hex'), encrypt }
}

/** A PDF of A4 pages in a Chinese font that is not embedded, as many offices make them. */
export function makePdf(pages: readonly (readonly Drawing[])[], making: Making = {}): Uint8Array {
  const { deflate = true, password = null, rotate = 0, hiddenLayer = false } = making
  const layer = hiddenLayer ? ['<</Type/OCG/Name(L)>>'] : []
  const catalog = hiddenLayer ? '/OCProperties<</OCGs[7 0 R]/D<</OFF[7 0 R]>>>>' : ''
  const properties = hiddenLayer ? '/Properties<</L1 7 0 R>>' : ''
  const secret = password === null ? null : encryption(password)
  const quote: Quote = (object, text) =>
    `<${(secret?.encrypt(object, Buffer.from(text)) ?? Buffer.from(text)).toString('hex')}>`
  const first = 7 + layer.length
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const stream = (number: number, dictionary: string, data: Uint8Array) => {
    const body = secret === null ? data : secret.encrypt(number, data)
    return Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${body.length}>>\nstream\n`),
      body,
      Buffer.from('\nendstream'),
    ])
  }
  const pixels = stream(
    6,
    '/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray',
    Buffer.alloc(4, 200),
  )
  const objects: Buffer[] = [
    Buffer.from(`<</Type/Catalog/Pages 2 0 R${catalog}>>`),
    Buffer.from(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`),
    ...fonts(quote).map((text) => Buffer.from(text)),
    pixels,
    ...layer.map((text) => Buffer.from(text)),
  ]
  pages.forEach((drawings, at) => {
    const number = first + at * 2
    const resources = `/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 6 0 R>>${properties}>>`
    objects.push(
      Buffer.from(
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate ${rotate}${resources}/Contents ${number + 1} 0 R>>`,
      ),
    )
    const content = Buffer.from(drawings.join('\n'))
    objects.push(stream(number + 1, deflate ? '/Filter/FlateDecode' : '', deflate ? deflateSync(content) : content))
  })
  if (secret !== null) objects.push(Buffer.from(secret.dictionary))
  return assemble(objects, secret === null ? '' : `/Encrypt ${objects.length} 0 R/ID[<${secret.id}><${secret.id}>]`)
}

function assemble(objects: readonly Buffer[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, at) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
  })
  const start = length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`))
  add(Buffer.from(`trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
