import { apply, type Matrix } from '../layout/matrix.ts'
import type { Outline } from '../layout/outline-shapes.ts'

/** How many numbers each command of an abbreviated path takes; its last two are the point it goes to. */
const counts: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }

/** The outlines of a path ("M 0 0 L 10 0 … C") where they stand on the page. */
export function readPath(data: string, matrix: Matrix): Outline[] {
  const found: Outline[] = []
  const parts = data.trim().split(/[\s,]+/u)
  for (let at = 0; at < parts.length;) {
    const command = (parts[at] ?? '').toUpperCase()
    const count = counts[command]
    if (count === undefined) {
      at += 1
      continue
    }
    const [x, y] = parts.slice(at + count - 1, at + count + 1).map(Number)
    const open = found.at(-1)
    if (command === 'C') {
      if (open !== undefined) open.closed = true
    } else if (x !== undefined && y !== undefined && Number.isFinite(x) && Number.isFinite(y)) {
      const point = apply(matrix, x, y)
      if (command === 'M' || command === 'S' || open === undefined)
        found.push({ points: [point], closed: false, straight: true })
      else {
        open.points.push(point)
        if (command !== 'L') open.straight = false
      }
    }
    at += 1 + count
  }
  return found
}
