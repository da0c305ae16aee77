import { readFile, writeFile } from 'node:fs/promises'
import { z } from 'zod'

const kinds = { Int8Array, Uint8Array, Uint32Array, Float32Array } as const
interface Columns {
  Int8Array: Int8Array
  Uint8Array: Uint8Array
  Uint32Array: Uint32Array
  Float32Array: Float32Array
}
type Kind = keyof Columns
type Column = Columns[Kind]

const header = z.object({
  about: z.unknown(),
  columns: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['Int8Array', 'Uint8Array', 'Uint32Array', 'Float32Array']),
      at: z.number(),
      length: z.number(),
    }),
  ),
})

const aligned = (size: number) => Math.ceil(size / 8) * 8
const kindOf = (column: Column): Kind =>
  column instanceof Int8Array
    ? 'Int8Array'
    : column instanceof Uint8Array
      ? 'Uint8Array'
      : column instanceof Uint32Array
        ? 'Uint32Array'
        : 'Float32Array'

/** Some JSON and columns of numbers in one file that opens without copying: length of the head, the head, the columns. */
export async function writePackedFile(
  path: string,
  about: unknown,
  columns: Readonly<Record<string, Column>>,
): Promise<void> {
  let at = 0
  const listed = Object.entries(columns).map(([name, column]) => {
    const entry = { name, kind: kindOf(column), at, length: column.length }
    at = aligned(at + column.byteLength)
    return entry
  })
  const head = Buffer.from(JSON.stringify({ about, columns: listed }), 'utf8')
  const start = aligned(8 + head.length)
  const bytes = Buffer.alloc(start + at)
  bytes.writeUInt32LE(head.length, 0)
  head.copy(bytes, 8)
  Object.values(columns).forEach((column, index) => {
    Buffer.from(column.buffer, column.byteOffset, column.byteLength).copy(bytes, start + (listed[index]?.at ?? 0))
  })
  await writeFile(path, bytes)
}

export interface PackedFile {
  about: unknown
  column<K extends Kind>(name: string, kind: K): Columns[K]
}

/** Opens a packed file; throws where it is damaged or lacks the column asked for. */
export async function readPackedFile(path: string): Promise<PackedFile> {
  const file = await readFile(path)
  const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)
  const headLength = new DataView(bytes).getUint32(0, true)
  const head = header.parse(JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headLength))))
  const start = aligned(8 + headLength)
  return {
    about: head.about,
    column(name, kind) {
      const found = head.columns.find((column) => column.name === name && column.kind === kind)
      if (found === undefined) throw new Error(`${path} has no column ${name} of ${kind}`)
      // The kind was compared with the one asked for just above.
      return new kinds[kind](bytes, start + found.at, found.length) as Columns[typeof kind]
    },
  }
}
