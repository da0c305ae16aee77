import { apply, identity, multiply, toMatrix, type Matrix } from '../layout/matrix.ts'
import type { Ink } from '../layout/page.ts'
import { dropUnmapped, glyphText } from './glyph-text.ts'
import type { StateStack } from './graphics-state.ts'

/** One glyph as pdf.js hands it on. */
export interface Glyph {
  unicode: string
  width: number
  isSpace: boolean
}

export interface TextSink {
  ink(ink: Omit<Ink, 'order' | 'hidden'>): void
  /** Letters that do not run from left to right, with the direction they run in (degrees, clockwise as seen). */
  turned(letters: number, degrees: number): void
}

interface Chunk {
  text: string
  from: number
  to: number
  /** Where its last visible letter ends. */
  seen: number
}

/** A wider gap than this between two letters of one string is a gap between two texts; parts of the letters' height. */
const widestGap = 0.35
const asGlyph = (value: unknown): value is Glyph => typeof value === 'object' && value !== null && 'unicode' in value
const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)

/** The text of one string with where it begins and ends along the baseline; cut where letters stand far apart. */
function* chunksOf(glyphs: readonly unknown[], stack: StateStack, start: number): Generator<Chunk, number> {
  const { font, fontSize, charSpacing, wordSpacing, hScale } = stack.state
  const unit = font?.unit ?? 0.001
  const em = Math.abs(fontSize * hScale)
  let x = start
  let open: Chunk | null = null
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') x -= (glyph / 1000) * fontSize * hScale
    if (!asGlyph(glyph)) continue
    const text = dropUnmapped(glyphText(glyph.unicode))
    const to = x + glyph.width * unit * fontSize * hScale
    const gap = open === null ? 0 : x - open.to
    const spread = gap > widestGap * em || gap < -widestGap * em || (text === ' ' && open?.text.endsWith(' ') === true)
    if (open !== null && spread) {
      yield open
      open = null
    }
    const visible = text.trim() !== ''
    if (open !== null) open = { text: open.text + text, from: open.from, to, seen: visible ? to : open.seen }
    else if (visible) open = { text, from: x, to, seen: to }
    x = to + (charSpacing + (glyph.isSpace ? wordSpacing : 0)) * hScale
  }
  if (open !== null) yield open
  return x
}

function placed(chunk: Chunk, matrix: Matrix, stack: StateStack) {
  const { state } = stack
  const vertical = state.font?.vertical === true
  const [from, to] = vertical
    ? [apply(matrix, 0, chunk.from), apply(matrix, 0, chunk.seen)]
    : [apply(matrix, chunk.from, state.rise), apply(matrix, chunk.seen, state.rise)]
  const size = Math.abs(state.fontSize) * Math.hypot(matrix[2], matrix[3])
  return { from, to, size, vertical }
}

/** Text operators: where each piece of text stands on the page, how large, and in what ink. */
export function createTextDrawing(stack: StateStack, sink: TextSink) {
  let [text, line]: [Matrix, Matrix] = [identity, identity]
  let along = 0
  const moveTo = (matrix: Matrix) => {
    ;[text, line] = [matrix, matrix]
    along = 0
  }
  const moveBy = (x: number, y: number) => moveTo(multiply(line, [1, 0, 0, 1, x, y]))

  const draw = (chunk: Chunk) => {
    const { state } = stack
    const { from, to, size, vertical } = placed(chunk, multiply(state.ctm, text), stack)
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    // A space that was drawn before the next piece stays, however narrow.
    const visible = chunk.text.replace(/[^\S\u3000]+$/u, ' ')
    const look = {
      text: visible,
      size,
      bold: state.font?.bold === true || state.mode % 4 === 2,
      colour: state.mode % 4 === 1 ? state.stroke : state.fill,
      alpha: state.mode % 4 === 1 ? state.strokeAlpha : state.fillAlpha,
      inkless: state.mode % 4 === 3,
    }
    if (vertical)
      sink.ink({ ...look, left: from.x - size / 2, right: from.x + size / 2, baseline: from.y + size * 0.9 })
    else if (Math.abs(dy) <= Math.abs(dx) * 0.09 && (dx >= 0 || chunk.text.length === 1))
      sink.ink({ ...look, left: Math.min(from.x, to.x), right: Math.max(from.x, to.x), baseline: from.y })
    else sink.turned([...visible].length, Math.round((Math.atan2(dy, dx) * 180) / Math.PI))
  }

  const show = (glyphs: unknown) => {
    if (!Array.isArray(glyphs) || stack.state.font === null) return
    const chunks = chunksOf(glyphs, stack, along)
    let next = chunks.next()
    for (; next.done !== true; next = chunks.next()) draw(next.value)
    along = next.value
  }

  return {
    show,
    begin: () => moveTo(identity),
    setMatrix: (value: unknown) => {
      const matrix = toMatrix(value as ArrayLike<unknown>)
      if (matrix !== null) moveTo(matrix)
    },
    move: (x: unknown, y: unknown) => moveBy(numberOr(x, 0), numberOr(y, 0)),
    nextLine: () => moveBy(0, -stack.state.leading),
  }
}
