import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import openWabt from 'wabt'
import { bestProductBinary } from '../../src/retrieval/best-product.ts'
import { toByteVectors } from '../../src/retrieval/byte-vectors.ts'
import { createNearestPassages } from '../../src/retrieval/nearest-passages.ts'
import { createVectorRows } from '../../src/retrieval/vector-rows.ts'
import hnswlib from 'hnswlib-node'

/** Unit vectors that look random and are the same in every run. */
function makeVectors(count: number, dimensions: number): Float32Array[] {
  let state = 42
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32 - 0.5
  return Array.from({ length: count }, () => {
    const values = Array.from({ length: dimensions }, next)
    return Float32Array.from(values, (value) => value / Math.hypot(...values))
  })
}

const plainCosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)

describe('rows of vectors', () => {
  it.each([4, 16, 50, 512, 3072])('give the cosine of vectors of %i numbers to within .01', (dimensions) => {
    const vectors = makeVectors(7, dimensions)
    const [query = new Float32Array(0)] = makeVectors(1, dimensions)
    const rows = createVectorRows(toByteVectors(vectors, dimensions))
    vectors.forEach((vector, row) => expect(rows.best(query, row, row + 1)).toBeCloseTo(plainCosine(vector, query), 2))
  })

  it('give the best of several rows, for one query after the other', () => {
    const vectors = makeVectors(40, 64)
    const rows = createVectorRows(toByteVectors(vectors, 64))
    for (const query of [vectors[3], vectors[17], vectors[3]]) {
      if (query === undefined) throw new Error('no query')
      const cosines = vectors.map((vector) => plainCosine(vector, query))
      expect(rows.best(query, 5, 30)).toBeCloseTo(Math.max(...cosines.slice(5, 30)), 2)
      expect(rows.best(query, 0, 40)).toBeCloseTo(1, 2)
    }
  })

  it('have no best where no row is asked for, and refuse rows that are not there', () => {
    const rows = createVectorRows(toByteVectors(makeVectors(2, 16), 16))
    const query = new Float32Array(16).fill(0.25)
    expect(rows.best(query, 1, 1)).toBe(-Infinity)
    expect(() => rows.best(query, 1, 3)).toThrow(RangeError)
  })

  it('do not overflow where every number is as large as can be', () => {
    const same = new Float32Array(4096).fill(1 / 64)
    expect(createVectorRows(toByteVectors([same], 4096)).best(same, 0, 1)).toBeCloseTo(1, 2)
  })

  it('are compared by what best-product.wat says', async () => {
    const wabt = await openWabt()
    const source = await readFile(new URL('../../src/retrieval/best-product.wat', import.meta.url), 'utf8')
    const { buffer } = wabt.parseWat('best-product.wat', source, { simd: true }).toBinary({})
    expect(bestProductBinary).toBe(Buffer.from(buffer).toString('base64'))
  })
})

describe('the nearest passages', () => {
  it('are the very nearest of those that are accepted', () => {
    const vectors = makeVectors(600, 32)
    const graph = new hnswlib.HierarchicalNSW('ip', 32)
    graph.initIndex({ maxElements: 600 })
    vectors.forEach((vector, row) => graph.addPoint(Array.from(vector), row))
    const nearest = createNearestPassages(graph, createVectorRows(toByteVectors(vectors, 32)), 600)
    const [query = new Float32Array(0)] = makeVectors(601, 32).slice(-1)
    const even = (row: number) => row % 2 === 0
    const byCosine = (a: number, b: number) =>
      plainCosine(vectors[b] ?? query, query) - plainCosine(vectors[a] ?? query, query)
    const wanted = vectors
      .map((_, row) => row)
      .filter(even)
      .sort(byCosine)
      .slice(0, 20)
    const found = nearest(query, 20, even)
    expect(found.every(even)).toBe(true)
    expect(found.length).toBeLessThan(30)
    expect(wanted.filter((row) => found.includes(row)).length).toBeGreaterThanOrEqual(19)
    expect(nearest(query, 20, null)).toHaveLength(20)
  })
})
