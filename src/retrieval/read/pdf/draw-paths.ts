import { apply, type Point } from '../layout/matrix.ts'
import { fillShape, strokeRules, type Outline } from '../layout/outline-shapes.ts'
import type { Rule, Shade } from '../layout/page.ts'
import type { StateStack } from './graphics-state.ts'

export interface PathSink {
  rule(rule: Rule): void
  shade(shade: Omit<Shade, 'order'>): void
}

/** pdf.js packs a path as numbers: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each followed by its points. */
const pointCounts = [1, 1, 3, 2, 0]

function outlines(data: ArrayLike<unknown>, place: (x: number, y: number) => Point): Outline[] {
  const found: Outline[] = []
  const read = (at: number) => {
    const value = data[at]
    return typeof value === 'number' ? value : 0
  }
  for (let at = 0; at < data.length;) {
    const kind = read(at)
    const count = pointCounts[kind]
    if (count === undefined) return found
    const last = at + 1 + (count - 1) * 2
    const open = found.at(-1)
    if (kind === 0) found.push({ points: [place(read(last), read(last + 1))], closed: false, straight: true })
    else if (open !== undefined && kind === 4) open.closed = true
    else if (open !== undefined) {
      open.points.push(place(read(last), read(last + 1)))
      if (kind !== 1) open.straight = false
    }
    at += 1 + count * 2
  }
  return found
}

/** Path operators: straight lines become rules, filled areas shades, and thin filled areas rules too. */
export function createPathDrawing(stack: StateStack, sink: PathSink) {
  const fill = (outline: Outline) => {
    const shape = fillShape(outline)
    const { fill: colour, fillAlpha, blends } = stack.state
    if (shape === null) return
    if ('rule' in shape) sink.rule(shape.rule)
    else sink.shade({ ...shape.box, colour, alpha: blends ? 0 : fillAlpha, image: false })
  }
  return (data: unknown, strokes: boolean, fills: boolean) => {
    if (typeof data !== 'object' || data === null || !(strokes || fills)) return
    const place = (x: number, y: number) => apply(stack.state.ctm, x, y)
    for (const outline of outlines(data as ArrayLike<unknown>, place)) {
      if (fills) fill(outline)
      if (strokes && stack.state.strokeAlpha >= 0.05) strokeRules(outline).forEach(sink.rule)
    }
  }
}
