import { describe, expect, it } from 'vitest'
import { cosineWith, joinByteVectors, toByteVectors } from '../../src/retrieval/byte-vectors.ts'

const unit = (...values: number[]) => Float32Array.from(values, (value) => value / Math.hypot(...values))
const vectors = toByteVectors([unit(1, 0, 0, 0), unit(1, 1, 0, 0), unit(0, 0, 3, 4)], 4)

describe('vectors as bytes', () => {
  it('keep cosines to within .01', () => {
    expect(cosineWith(vectors, 1, unit(1, 0, 0, 0))).toBeCloseTo(Math.SQRT1_2, 2)
    expect(cosineWith(vectors, 2, unit(0, 0, 3, 4))).toBeCloseTo(1, 2)
    expect(cosineWith(vectors, 2, unit(1, 0, 0, 0))).toBeCloseTo(0, 2)
  })

  it('are joined in order', () => {
    const joined = joinByteVectors([vectors, toByteVectors([unit(0, 1, 0, 0)], 4)], 4)
    expect(joined.scales).toHaveLength(4)
    expect(cosineWith(joined, 3, unit(0, 1, 0, 0))).toBeCloseTo(1, 2)
  })
})
