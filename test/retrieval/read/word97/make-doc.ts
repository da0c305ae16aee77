import { CFB } from '@e965/xlsx'
import { z } from 'zod'

/** A run of text with its property changes, each a code and its operand as hexadecimal bytes. */
export interface DocRun {
  text: string
  sprms?: readonly (readonly [code: number, operand: string])[]
}

/** A paragraph; a cell of a table ends with "\u0007", and so does a row, whose last paragraph carries its shape. */
export interface DocParagraph {
  runs: readonly DocRun[]
  mark?: '\r' | '\u0007'
  sprms?: DocRun['sprms']
}

const pageSize = 512
const characterPage = 3
const paragraphPage = 4
const textAt = 0xa00

const propertyBytes = (sprms: DocRun['sprms'] = []): Buffer =>
  Buffer.concat(
    sprms.map(([code, operand]) => {
      const head = Buffer.alloc(2)
      head.writeUInt16LE(code)
      return Buffer.concat([head, Buffer.from(operand, 'hex')])
    }),
  )

interface Stretch {
  from: number
  to: number
  data: Buffer
}

/** A formatted disk page: places of text, then where each property list lies in the page, then the lists from its end. */
function makePage(stretches: readonly Stretch[], entrySize: number): Buffer {
  const page = Buffer.alloc(pageSize)
  let free = pageSize - 2
  stretches.forEach(({ from, to, data }, index) => {
    page.writeUInt32LE(from, 4 * index)
    page.writeUInt32LE(to, 4 * index + 4)
    free = (free - data.length) & ~1
    data.copy(page, free)
    page.writeUInt8(free / 2, 4 * (stretches.length + 1) + entrySize * index)
  })
  page.writeUInt8(stretches.length, pageSize - 1)
  return page
}

function paragraphData(sprms: DocRun['sprms']): Buffer {
  const list = Buffer.concat([Buffer.alloc(2), propertyBytes(sprms)])
  const even = list.length % 2 === 0 ? list : Buffer.concat([list, Buffer.alloc(1)])
  return Buffer.concat([Buffer.from([0, even.length / 2]), even])
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index))
  return bytes
}

/** A Word 97 file of the given paragraphs, in UTF-16, small enough for one page of properties of each kind. */
export function makeDoc(paragraphs: readonly DocParagraph[]): Uint8Array {
  const characters: Stretch[] = []
  const whole: Stretch[] = []
  let text = ''
  const place = () => textAt + 2 * text.length
  for (const { runs, mark = '\r', sprms } of paragraphs) {
    const start = place()
    for (const run of [...runs, { text: mark }]) {
      const from = place()
      text += run.text
      const list = propertyBytes('sprms' in run ? run.sprms : [])
      characters.push({ from, to: place(), data: Buffer.concat([Buffer.from([list.length]), list]) })
    }
    whole.push({ from: start, to: place(), data: paragraphData(sprms) })
  }
  const end = place()
  const pieces = Buffer.concat([numbers(0, text.length), Buffer.from([0, 0]), numbers(textAt), Buffer.from([0, 0])])
  const clx = Buffer.concat([Buffer.from([2]), numbers(pieces.length), pieces])
  const tables = [clx, numbers(textAt, end, characterPage), numbers(textAt, end, paragraphPage)]
  const main = Buffer.alloc(end)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(0x0200, 0x0a)
  main.writeInt32LE(text.length, 0x4c)
  ;[33, 12, 13].forEach((pair, index) => {
    main.writeUInt32LE(
      tables.slice(0, index).reduce((sum, table) => sum + table.length, 0),
      0x9a + 8 * pair,
    )
    main.writeUInt32LE(tables[index]?.length ?? 0, 0x9a + 8 * pair + 4)
  })
  makePage(characters, 1).copy(main, characterPage * pageSize)
  makePage(whole, 13).copy(main, paragraphPage * pageSize)
  main.write(text, textAt, 'utf16le')
  const file: unknown = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', main)
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat([...tables, Buffer.alloc(4096)]))
  return z.instanceof(Uint8Array).parse(CFB.write(file, { type: 'buffer' }))
}
