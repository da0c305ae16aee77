import { widthInEms } from '../layout/join-text.ts'
import { apply, multiply, type Matrix } from '../layout/matrix.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { childrenOf, contentOf, expandDeltas, numberOf, placementOf } from './ofd-elements.ts'

/** Letters on one baseline, placed on the page. */
export interface Piece {
  text: string
  left: number
  right: number
  baseline: number
  size: number
}

interface Letters {
  text: string
  x: number
  y: number
  end: number
}

/** Letters farther apart than this belong to two texts; in letter heights. */
const widestGap = 0.6

/** The letters of one text code, cut where they leave the line or stand far apart. Millimetres in the object's own space. */
function cut(code: XmlElement, start: { x: number; y: number }, size: number, stretch: number): Letters[] {
  const across = expandDeltas(code.attributes['DeltaX'])
  const down = expandDeltas(code.attributes['DeltaY'])
  const placed: Letters[] = []
  let { x, y } = start
  ;[...contentOf(code).replaceAll(/[\r\n]+/gu, '')].forEach((letter, at) => {
    const width = widthInEms(letter) * size * stretch
    const open = placed.at(-1)
    const goesOn =
      open !== undefined &&
      Math.abs(open.y - y) < size * 0.3 &&
      x - open.end < size * widestGap &&
      x > open.x - size * 0.1
    if (goesOn) {
      open.text += letter
      open.end = x + width
    } else placed.push({ text: letter, x, y, end: x + width })
    const step = across[at]
    x += step ?? (across.length > 0 || down.length > 0 ? (at < down.length ? 0 : width) : width)
    y += down[at] ?? 0
  })
  return placed
}

const trimmed = ({ text, x, end, y }: Letters, size: number, stretch: number): Letters => {
  const lead = text.length - text.trimStart().length
  const trail = text.length - text.trimEnd().length
  return {
    text: text.trim(),
    x: x + widthInEms(text.slice(0, lead)) * size * stretch,
    end: end - widthInEms(text.slice(text.length - trail)) * size * stretch,
    y,
  }
}

/** The text of a text object where it stands on the page; turned text is left out, as only seals and watermarks have it. */
export function readTextObject(element: XmlElement, outer: Matrix): Piece[] {
  const size = numberOf(element, 'Size') ?? 0
  const stretch = numberOf(element, 'HScale') ?? 1
  const matrix = multiply(outer, placementOf(element))
  const height = Math.hypot(matrix[2], matrix[3]) * size
  let [x, y] = [0, 0]
  return childrenOf(element, 'TextCode').flatMap((code) => {
    x = numberOf(code, 'X') ?? x
    y = numberOf(code, 'Y') ?? y
    return cut(code, { x, y }, size, stretch).flatMap((letters) => {
      const part = trimmed(letters, size, stretch)
      const [from, to] = [apply(matrix, part.x, part.y), apply(matrix, Math.max(part.end, part.x), part.y)]
      const turned = Math.abs(to.y - from.y) > Math.abs(to.x - from.x) * 0.09 || to.x < from.x
      if (part.text === '' || turned) return []
      return [{ text: part.text, left: from.x, right: to.x, baseline: from.y, size: height }]
    })
  })
}
