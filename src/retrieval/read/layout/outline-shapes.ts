import type { Point } from './matrix.ts'
import type { Box, Rule } from './page.ts'

/** One stroke of a pen on the page: the points it goes through. */
export interface Outline {
  points: Point[]
  closed: boolean
  /** Without curves. */
  straight: boolean
}

/** A line that leans less than this is straight; an area thinner than `thickest` is a line. Points. */
const lean = 0.6
const thickest = 2.6
const shortest = 3

export function boxAround(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}

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

/** The level and upright lines of an outline that is drawn. */
export function strokeRules({ points, closed, straight }: Outline): Rule[] {
  const [first] = points
  if (!straight || first === undefined) return []
  const around = closed ? [...points, first] : points
  return around.slice(1).flatMap((to, at) => {
    const from = around[at]
    return from === undefined ? [] : (ruleBetween(from, to) ?? [])
  })
}

/** What an outline that is filled looks like: a line where it is a thin rectangle, else the box around it; null for no area. */
export function fillShape(outline: Outline): { rule: Rule } | { box: Box } | null {
  const box = boxAround(outline.points)
  const rule = rectangle(outline) ? thinArea(box) : null
  if (rule !== null) return { rule }
  return outline.points.length > 2 ? { box } : null
}
