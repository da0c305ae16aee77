import { multiply, type Matrix } from '../layout/matrix.ts'
import type { Colour } from '../layout/page.ts'

export interface PdfFont {
  name: string
  bold: boolean
  vertical: boolean
  /** From glyph units to text units. */
  unit: number
}

/** What PDF's q and Q save and restore, as far as text, lines and areas need it. */
export interface GraphicsState {
  ctm: Matrix
  fill: Colour
  stroke: Colour
  fillAlpha: number
  strokeAlpha: number
  lineWidth: number
  font: PdfFont | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** Horizontal scale, 1 = 100 %. */
  hScale: number
  leading: number
  rise: number
  /** 0 fill, 1 stroke, 2 both, 3 neither; from 4 on the same and clip. */
  mode: number
  /** A blend mode other than Normal lets what lies below shine through. */
  blends: boolean
}

export interface StateStack {
  state: GraphicsState
  save(): void
  restore(): void
  transform(by: Matrix): void
}

const deepest = 500

/** The graphics states of one page, the current one on top. */
export function createStateStack(base: Matrix): StateStack {
  const saved: GraphicsState[] = []
  const stack: StateStack = {
    state: {
      ctm: base,
      fill: [0, 0, 0],
      stroke: [0, 0, 0],
      fillAlpha: 1,
      strokeAlpha: 1,
      lineWidth: 1,
      font: null,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      hScale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      blends: false,
    },
    save() {
      if (saved.length < deepest) saved.push({ ...stack.state })
    },
    restore() {
      stack.state = saved.pop() ?? stack.state
    },
    transform(by) {
      stack.state.ctm = multiply(stack.state.ctm, by)
    },
  }
  return stack
}

/** pdf.js gives every colour as "#rrggbb". */
export function toColour(value: unknown): Colour {
  const match = typeof value === 'string' ? /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(value) : null
  if (match === null) return null
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255)
  return red === undefined || green === undefined || blue === undefined ? null : [red, green, blue]
}
