import type { Matrix } from '../layout/matrix.ts'
import type { Ink, Rule, Shade } from '../layout/page.ts'
import { createStateStack, type PdfFont } from './graphics-state.ts'
import {
  imageShade,
  layerHandlers,
  paintHandlers,
  shapeHandlers,
  textHandlers,
  type Handlers,
  type Operators,
} from './page-operators.ts'

/** The operators of one page with what they name. */
export interface Drawing {
  operators: readonly number[]
  args: readonly (readonly unknown[] | null)[]
  fonts: ReadonlyMap<string, PdfFont>
  /** Whether an optional layer is shown. */
  shows(layer: unknown): boolean
}

export interface Drawn {
  inks: Ink[]
  rules: Rule[]
  shades: Shade[]
  /** Anything but text was drawn. */
  drawn: boolean
  /** Letters by the direction they run in, degrees clockwise; 0 is from left to right. */
  directions: Map<number, number>
}

function createSink() {
  const drawn: Drawn = { inks: [], rules: [], shades: [], drawn: false, directions: new Map() }
  const turned = (letters: number, degrees: number) =>
    drawn.directions.set(degrees, (drawn.directions.get(degrees) ?? 0) + letters)
  let order = 0
  return {
    drawn,
    turned,
    ink: (ink: Omit<Ink, 'order'>) => {
      turned([...ink.text].length, 0)
      drawn.inks.push({ ...ink, order: (order += 1) })
    },
    rule: (rule: Rule) => {
      drawn.rules.push(rule)
      drawn.drawn = true
    },
    shade: (shade: Omit<Shade, 'order'>) => {
      drawn.shades.push({ ...shade, order: (order += 1) })
      drawn.drawn = true
    },
  }
}

/**
 * Follows a page's operators. Images were left undecoded, so pdf.js drops the operator that paints one: a transformation that nothing
 * was painted in is taken for the place of an image.
 */
export function drawPage(drawing: Drawing, ops: Operators, base: Matrix): Drawn {
  const sink = createSink()
  const stack = createStateStack(base)
  const layers = layerHandlers(ops, drawing.shows)
  const handlers: Handlers = {
    ...paintHandlers(ops, stack),
    ...shapeHandlers(ops, stack, sink),
    ...layers.handlers,
    ...textHandlers(ops, stack, drawing.fonts, {
      ink: (ink) => sink.ink({ ...ink, hidden: layers.hidden() }),
      turned: sink.turned,
    }),
  }
  const quiet = new Set<number>([ops.dependency, ops.save, ops.setGState])
  let place: Matrix | null = null
  drawing.operators.forEach((operator, at) => {
    if (operator === ops.restore && place !== null) sink.shade(imageShade(place))
    handlers[operator]?.(drawing.args[at] ?? [])
    if (operator === ops.transform) place = stack.state.ctm
    else if (!quiet.has(operator)) place = null
  })
  return sink.drawn
}
