/** Milliseconds that may pass before others get their turn. */
const slice = 15

/**
 * Solves A·X = B for a symmetric positive definite A (size × size) and B (size × columns), both by rows; both are overwritten and B holds X
 * afterwards. Lets other work of the process in between.
 */
export async function solveSymmetric(a: Float64Array, b: Float64Array, size: number): Promise<void> {
  const columns = b.length / size
  const breathe = createBreath()
  // A = L·Lᵀ, row by row; L takes the place of A's lower half.
  for (let row = 0; row < size; row += 1) {
    const own = a.subarray(row * size, row * size + size)
    for (let column = 0; column <= row; column += 1) {
      const other = a.subarray(column * size, column * size + size)
      let sum = own[column] ?? 0
      for (let at = 0; at < column; at += 1) sum -= (own[at] ?? 0) * (other[at] ?? 0)
      own[column] = column === row ? Math.sqrt(sum) : sum / (other[column] ?? 1)
    }
    if (row % 16 === 0) await breathe()
  }
  for (let row = 0; row < size; row += 1) {
    const own = b.subarray(row * columns, (row + 1) * columns)
    for (let at = 0; at < row; at += 1)
      subtract(own, b.subarray(at * columns, (at + 1) * columns), a[row * size + at] ?? 0)
    divide(own, a[row * size + row] ?? 1)
    if (row % 16 === 0) await breathe()
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const own = b.subarray(row * columns, (row + 1) * columns)
    for (let at = row + 1; at < size; at += 1)
      subtract(own, b.subarray(at * columns, (at + 1) * columns), a[at * size + row] ?? 0)
    divide(own, a[row * size + row] ?? 1)
    if (row % 16 === 0) await breathe()
  }
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < from.length; at += 1) from[at] = (from[at] ?? 0) - times * (what[at] ?? 0)
}

function divide(what: Float64Array, by: number): void {
  for (let at = 0; at < what.length; at += 1) what[at] = (what[at] ?? 0) / by
}

/** Waits for the next round of the event loop once a slice of time is used up. */
function createBreath(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < slice) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
