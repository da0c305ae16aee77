/** An affine transformation as PDF and OFD write it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface Point {
  x: number
  y: number
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const apply = (matrix: Matrix, x: number, y: number): Point => ({
  x: matrix[0] * x + matrix[2] * y + matrix[4],
  y: matrix[1] * x + matrix[3] * y + matrix[5],
})

/** Six finite numbers as a matrix; null for anything else. */
export function toMatrix(values: ArrayLike<unknown> | null | undefined): Matrix | null {
  const read = (at: number) => {
    const value = values?.[at]
    return typeof value === 'number' && Number.isFinite(value) ? value : null
  }
  const [a, b, c, d, e, f] = [read(0), read(1), read(2), read(3), read(4), read(5)]
  if (a === null || b === null || c === null || d === null || e === null || f === null) return null
  return [a, b, c, d, e, f]
}
