import { apply, multiply, type Matrix } from '../layout/matrix.ts'
import { boxAround, fillShape, strokeRules } from '../layout/outline-shapes.ts'
import type { Ink, Rule, Shade } from '../layout/page.ts'
import { elementsOf, type XmlElement } from '../xml/parse-xml.ts'
import { areaOf, childOf, contentOf, isFalse, localName, numberOf, placementOf } from './ofd-elements.ts'
import { readPath } from './ofd-paths.ts'
import { inkOf, type OfdResources } from './ofd-resources.ts'
import { readTextObject } from './ofd-text.ts'

export interface OfdDrawing {
  inks: Ink[]
  rules: Rule[]
  shades: Shade[]
  drawn: boolean
}

interface Context {
  matrix: Matrix
  /** Drawing parameters of what the object stands in. */
  param: string | null
  depth: number
}

const black = { colour: [0, 0, 0], alpha: 1 } as const
const none = { colour: null, alpha: 0 } as const
const deepest = 20
const boldWeight = 600

function inksOf(element: XmlElement, { matrix, param }: Context, resources: OfdResources): Omit<Ink, 'order'>[] {
  const fill = inkOf(element, 'FillColor', resources, param, black)
  const heavy =
    (numberOf(element, 'Weight') ?? 400) >= boldWeight || resources.heavyFonts.has(element.attributes['Font'] ?? '')
  return readTextObject(element, matrix).map((piece) => ({
    ...piece,
    ...fill,
    bold: heavy,
    inkless: isFalse(element, 'Fill') && element.attributes['Stroke'] !== 'true',
    hidden: isFalse(element, 'Visible') ? 'hidden-style' : null,
  }))
}

interface Shapes {
  rules: Rule[]
  shades: Omit<Shade, 'order'>[]
}

function shapesOf(element: XmlElement, { matrix, param }: Context, resources: OfdResources): Shapes {
  const shapes: Shapes = { rules: [], shades: [] }
  const place = multiply(matrix, placementOf(element))
  const fill = inkOf(element, 'FillColor', resources, param, none)
  const fills = /^(?:true|1)$/iu.test(element.attributes['Fill'] ?? '')
  for (const outline of readPath(contentOf(childOf(element, 'AbbreviatedData')), place)) {
    if (!isFalse(element, 'Stroke')) shapes.rules.push(...strokeRules(outline))
    const shape = fills ? fillShape(outline) : null
    if (shape !== null && 'rule' in shape) shapes.rules.push(shape.rule)
    else if (shape !== null) shapes.shades.push({ ...shape.box, ...fill, image: false })
  }
  return shapes
}

function imageOf(element: XmlElement, { matrix }: Context): Omit<Shade, 'order'>[] {
  const area = areaOf(element.attributes['Boundary'])
  if (area === null) return []
  const corners = [apply(matrix, area.x, area.y), apply(matrix, area.x + area.width, area.y + area.height)]
  return [{ ...boxAround(corners), colour: null, alpha: 1, image: true }]
}

/** Collects what the layers of a page and its templates draw; `draw` is called in the order of painting. */
export function createOfdDrawing(resources: OfdResources) {
  const drawing: OfdDrawing = { inks: [], rules: [], shades: [], drawn: false }
  let order = 0
  const shade = (shades: readonly Omit<Shade, 'order'>[]) => {
    for (const one of shades) drawing.shades.push({ ...one, order: (order += 1) })
    drawing.drawn = true
  }

  function draw(element: XmlElement, context: Context) {
    const inner = { ...context, depth: context.depth + 1, param: element.attributes['DrawParam'] ?? context.param }
    const visible = !isFalse(element, 'Visible') && context.depth <= deepest
    const name = localName(element)
    if (name === 'TextObject')
      for (const ink of inksOf(element, context, resources)) drawing.inks.push({ ...ink, order: (order += 1) })
    else if (!visible) return
    else if (name === 'ImageObject') shade(imageOf(element, context))
    else if (name === 'PathObject') {
      const { rules, shades } = shapesOf(element, context, resources)
      drawing.rules.push(...rules)
      shade(shades)
    } else if (name === 'CompositeObject') {
      const unit = resources.units.get(element.attributes['ResourceID'] ?? '')
      if (unit !== undefined) draw(unit, { ...inner, matrix: multiply(context.matrix, placementOf(element)) })
    } else if (/^(?:Content|Layer|PageBlock|CompositeGraphicUnit)$/u.test(name))
      elementsOf(element).forEach((child) => draw(child, inner))
  }

  return { drawing, draw: (content: XmlElement, matrix: Matrix) => draw(content, { matrix, param: null, depth: 0 }) }
}
