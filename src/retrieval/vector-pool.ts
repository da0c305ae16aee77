import { createHash } from 'node:crypto'
import type { ByteVectors } from './byte-vectors.ts'

/** Vectors by the text they stand for, so that a changed document embeds only its changed sentences. */
export interface VectorPool {
  /** Two numbers for each row: the start of the text's hash. */
  keys: Uint32Array
  vectors: ByteVectors
}

export const emptyPool = (dimensions: number): VectorPool => ({
  keys: new Uint32Array(0),
  vectors: { dimensions, rows: new Int8Array(0), scales: new Float32Array(0) },
})

const keyOf = (text: string): readonly [number, number] => {
  const digest = createHash('sha1').update(text).digest()
  return [digest.readUInt32LE(0), digest.readUInt32LE(4)]
}

const nameOf = (high: number, low: number) => `${high}:${low}`

/** The row of each text of a pool; undefined for a text that is not in it. */
export function poolRows(pool: VectorPool): (text: string) => number | undefined {
  const rows = new Map<string, number>()
  for (let row = 0; row < pool.keys.length / 2; row += 1)
    rows.set(nameOf(pool.keys[row * 2] ?? 0, pool.keys[row * 2 + 1] ?? 0), row)
  return (text) => rows.get(nameOf(...keyOf(text)))
}

/** A pool of the given texts, each with its row of vectors. */
export const makePool = (texts: readonly string[], vectors: ByteVectors): VectorPool => ({
  keys: Uint32Array.from(texts.flatMap(keyOf)),
  vectors,
})

/** The vectors of some texts of a pool, in their order. Throws where one is missing. */
export function pick(pool: VectorPool, texts: readonly string[]): ByteVectors {
  const { dimensions } = pool.vectors
  const rowOf = poolRows(pool)
  const rows = new Int8Array(texts.length * dimensions)
  const scales = new Float32Array(texts.length)
  texts.forEach((text, index) => {
    const row = rowOf(text)
    if (row === undefined) throw new Error('A text of the document has no vector')
    rows.set(pool.vectors.rows.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions)
    scales[index] = pool.vectors.scales[row] ?? 0
  })
  return { dimensions, rows, scales }
}
