import type { OPS } from 'pdfjs-dist'
import { apply, toMatrix, type Matrix } from '../layout/matrix.ts'
import type { Box, Ink, Shade } from '../layout/page.ts'
import { createPathDrawing, type PathSink } from './draw-paths.ts'
import { createTextDrawing, type TextSink } from './draw-text.ts'
import { toColour, type GraphicsState, type PdfFont, type StateStack } from './graphics-state.ts'

export type Operators = typeof OPS
type Args = readonly unknown[]
export type Handlers = Readonly<Record<number, (args: Args) => void>>

const asNumber = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)
const asArray = (value: unknown) => (typeof value === 'object' ? (value as ArrayLike<unknown> | null) : null)

function setGState(state: GraphicsState, entries: unknown) {
  if (!Array.isArray(entries)) return
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue
    const [key, value]: unknown[] = entry
    if (key === 'ca') state.fillAlpha = asNumber(value, 1)
    if (key === 'CA') state.strokeAlpha = asNumber(value, 1)
    if (key === 'BM') state.blends = value !== 'source-over' && value !== 'Normal'
  }
}

/** Colours, transparency and blending. */
export const paintHandlers = (ops: Operators, stack: StateStack): Handlers => ({
  [ops.setGState]: ([entries]) => setGState(stack.state, entries),
  [ops.setFillRGBColor]: ([colour]) => (stack.state.fill = toColour(colour)),
  [ops.setStrokeRGBColor]: ([colour]) => (stack.state.stroke = toColour(colour)),
  [ops.setFillColorN]: () => (stack.state.fill = null),
  [ops.setStrokeColorN]: () => (stack.state.stroke = null),
})

/** Text: what is shown, and the settings of how. */
export function textHandlers(
  ops: Operators,
  stack: StateStack,
  fonts: ReadonlyMap<string, PdfFont>,
  sink: TextSink,
): Handlers {
  const text = createTextDrawing(stack, sink)
  return {
    [ops.beginText]: () => text.begin(),
    [ops.setFont]: ([name, size]) => {
      stack.state.font = fonts.get(String(name)) ?? null
      stack.state.fontSize = asNumber(size, 0)
    },
    [ops.setCharSpacing]: ([value]) => (stack.state.charSpacing = asNumber(value, 0)),
    [ops.setWordSpacing]: ([value]) => (stack.state.wordSpacing = asNumber(value, 0)),
    [ops.setHScale]: ([value]) => (stack.state.hScale = asNumber(value, 100) / 100),
    [ops.setLeading]: ([value]) => (stack.state.leading = asNumber(value, 0)),
    [ops.setTextRise]: ([value]) => (stack.state.rise = asNumber(value, 0)),
    [ops.setTextRenderingMode]: ([value]) => (stack.state.mode = asNumber(value, 0)),
    [ops.moveText]: ([x, y]) => text.move(x, y),
    [ops.setLeadingMoveText]: ([x, y]) => {
      stack.state.leading = -asNumber(y, 0)
      text.move(x, y)
    },
    [ops.setTextMatrix]: ([matrix]) => text.setMatrix(asArray(matrix)),
    [ops.nextLine]: () => text.nextLine(),
    [ops.showText]: ([glyphs]) => text.show(glyphs),
  }
}

function unitSquare(ctm: Matrix): Box {
  const corners = [apply(ctm, 0, 0), apply(ctm, 1, 0), apply(ctm, 0, 1), apply(ctm, 1, 1)]
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

export const imageShade = (ctm: Matrix): Omit<Shade, 'order'> => ({
  ...unitSquare(ctm),
  colour: null,
  alpha: 1,
  image: true,
})

/** Nesting of graphics states and forms, paths and images. */
export function shapeHandlers(ops: Operators, stack: StateStack, sink: PathSink): Handlers {
  const path = createPathDrawing(stack, sink)
  const both = [ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]
  const strokes = new Set<unknown>([ops.stroke, ops.closeStroke, ...both])
  const fills = new Set<unknown>([ops.fill, ops.eoFill, ...both])
  const transform = (matrix: ArrayLike<unknown> | null) => {
    const by = toMatrix(matrix)
    if (by !== null) stack.transform(by)
  }
  const image = () => sink.shade(imageShade(stack.state.ctm))
  return {
    [ops.save]: () => stack.save(),
    [ops.restore]: () => stack.restore(),
    [ops.transform]: (args) => transform(args),
    [ops.paintFormXObjectBegin]: ([matrix]) => {
      stack.save()
      transform(asArray(matrix))
    },
    [ops.paintFormXObjectEnd]: () => stack.restore(),
    [ops.paintImageXObject]: image,
    [ops.paintInlineImageXObject]: image,
    [ops.paintImageMaskXObject]: image,
    [ops.constructPath]: ([kind, data]) =>
      path(Array.isArray(data) ? data[0] : null, strokes.has(kind), fills.has(kind)),
  }
}

/** Marked content: tells whether what is drawn belongs to a layer that is not shown. */
export function layerHandlers(ops: Operators, shows: (layer: unknown) => boolean) {
  const open: boolean[] = []
  const handlers: Handlers = {
    [ops.beginMarkedContent]: () => open.push(false),
    [ops.beginMarkedContentProps]: ([tag, layer]) => open.push(tag === 'OC' && !shows(layer)),
    [ops.endMarkedContent]: () => open.pop(),
  }
  return { handlers, hidden: (): Ink['hidden'] => (open.includes(true) ? 'hidden-style' : null) }
}
