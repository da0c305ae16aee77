import { createBestProduct } from './best-product.ts'
import type { ByteVectors } from './byte-vectors.ts'

/** Vectors by row, ready to be compared with questions many at a time. */
export interface VectorRows {
  /** The best cosine of a unit-length query with the rows from `first` to `end`, which is left out; minus infinity for no row. */
  best(query: Float32Array, first: number, end: number): number
}

const pageSize = 65_536
const largestSum = 2 ** 31 - 1
const largestByte = 127
/** The query's numbers are made whole ones up to this: the cosine stays good to .0001. */
const largestNumber = 8191

const padded = (size: number, to: number) => Math.ceil(size / to) * to

/** Puts vectors where one instruction compares eight numbers; a comparison takes about a fifth of the time of a plain loop. */
export function createVectorRows({ dimensions, rows, scales }: ByteVectors): VectorRows {
  const size = padded(dimensions, 16)
  const count = scales.length
  const scalesAt = size * Int16Array.BYTES_PER_ELEMENT
  const rowsAt = padded(scalesAt + scales.byteLength, 16)
  const memory = new WebAssembly.Memory({ initial: Math.ceil((rowsAt + count * size) / pageSize) })
  new Float32Array(memory.buffer, scalesAt, count).set(scales)
  const bytes = new Int8Array(memory.buffer, rowsAt, count * size)
  if (size === dimensions) bytes.set(rows)
  else
    for (let row = 0; row < count; row += 1)
      bytes.set(rows.subarray(row * dimensions, (row + 1) * dimensions), row * size)
  const numbers = new Int16Array(memory.buffer, 0, size)
  const product = createBestProduct(memory)
  const most = Math.min(largestNumber, Math.floor(largestSum / (largestByte * size)))
  let [current, step]: [Float32Array | null, number] = [null, 0]
  const take = (query: Float32Array) => {
    step = query.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) / most
    query.forEach((value, index) => (numbers[index] = step === 0 ? 0 : Math.round(value / step)))
    current = query
  }
  return {
    best(query, first, end) {
      if (query !== current) take(query)
      if (first < 0 || end > count) throw new RangeError(`There are no rows from ${first} to ${end}`)
      return (
        product(
          rowsAt + first * size,
          scalesAt + first * Float32Array.BYTES_PER_ELEMENT,
          Math.max(0, end - first),
          size,
        ) * step
      )
    },
  }
}
