import { describe, expect, it } from 'vitest'
import { joinByteVectors, rowAsNumbers, toByteVectors } from '../../src/retrieval/byte-vectors.ts'

const unit = (...values: number[]) => Float32Array.from(values, (value) => value / Math.hypot(...values))
const vectors = toByteVectors([unit(1, 0, 0, 0), unit(1, 1, 0, 0), unit(0, 0, 3, 4)], 4)

describe('vectors as bytes', () => {
  it('keep every number to within .01', () => {
    for (const [row, vector] of [unit(1, 0, 0, 0), unit(1, 1, 0, 0), unit(0, 0, 3, 4)].entries())
      rowAsNumbers(vectors, row).forEach((value, index) => expect(value).toBeCloseTo(vector[index] ?? Number.NaN, 2))
  })

  it('are joined in order', () => {
    const joined = joinByteVectors([vectors, toByteVectors([unit(0, 1, 0, 0)], 4)], 4)
    expect(joined.scales).toHaveLength(4)
    expect(rowAsNumbers(joined, 3)[1]).toBeCloseTo(1, 2)
  })
})
