import { apply, type Point } from '../layout/matrix.ts'
import type { Box, Rule, Shade } from '../layout/page.ts'
import type { StateStack } from './graphics-state.ts'

export interface PathSink {
  rule(rule: Rule): void
  shade(shade: Omit<Shade, 'order'>): void
}

/** pdf.js packs a path as numbers: 0 move, 1 line, 2 cubic curve, 3 quadratic curve, 4 close, each followed by its points. */
const pointCounts = [1, 1, 3, 2, 0]

interface Outline {
  points: Point[]
  closed: boolean
  straight: boolean
}

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

const boxAround = (points: readonly Point[]): Box => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

/** A line that leans less than this is straight; an area thinner than `thickest` is a line. Points. */
const lean = 0.6
const thickest = 2.6
const shortest = 3

const rectangle = ({ points, straight }: Outline) =>
  straight &&
  points.length >= 4 &&
  points.length <= 6 &&
  points.every((point, at) => {
    const next = points[(at + 1) % points.length] ?? point
    return Math.abs(next.x - point.x) < lean || Math.abs(next.y - point.y) < lean
  })

function ruleBetween(from: Point, to: Point): Rule | null {
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)]
  if (dy < lean && dx > shortest)
    return { along: 'x', at: (from.y + to.y) / 2, from: Math.min(from.x, to.x), to: Math.max(from.x, to.x) }
  if (dx < lean && dy > shortest)
    return { along: 'y', at: (from.x + to.x) / 2, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) }
  return null
}

function thinArea(box: Box): Rule | null {
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (height <= thickest && width > shortest && width > height)
    return { along: 'x', at: (box.top + box.bottom) / 2, from: box.left, to: box.right }
  if (width <= thickest && height > shortest)
    return { along: 'y', at: (box.left + box.right) / 2, from: box.top, to: box.bottom }
  return null
}

/** Path operators: straight lines become rules, filled areas shades, and thin filled areas rules too. */
export function createPathDrawing(stack: StateStack, sink: PathSink) {
  const stroke = ({ points, closed, straight }: Outline) => {
    if (!straight || stack.state.strokeAlpha < 0.05) return
    const [first] = points
    const around = closed && first !== undefined ? [...points, first] : points
    around.slice(1).forEach((to, at) => {
      const from = around[at]
      const rule = from === undefined ? null : ruleBetween(from, to)
      if (rule !== null) sink.rule(rule)
    })
  }

  const fill = (outline: Outline) => {
    const box = boxAround(outline.points)
    const rule = rectangle(outline) ? thinArea(box) : null
    const { fill: colour, fillAlpha, blends } = stack.state
    if (rule !== null) sink.rule(rule)
    else if (outline.points.length > 2) sink.shade({ ...box, colour, alpha: blends ? 0 : fillAlpha, image: false })
  }

  return (data: unknown, strokes: boolean, fills: boolean) => {
    if (typeof data !== 'object' || data === null || !(strokes || fills)) return
    const place = (x: number, y: number) => apply(stack.state.ctm, x, y)
    for (const outline of outlines(data as ArrayLike<unknown>, place)) {
      if (fills) fill(outline)
      if (strokes) stroke(outline)
    }
  }
}
