import type { Colour } from '../layout/page.ts'
import type { XmlElement } from '../xml/parse-xml.ts'
import { childOf, childrenOf, contentOf, numberOf } from './ofd-elements.ts'
import type { OfdPackage, OfdPart } from './ofd-package.ts'

/** What pages refer to by number. */
export interface OfdResources {
  /** Numbers of fonts that are heavy by their name. */
  heavyFonts: ReadonlySet<string>
  drawParams: ReadonlyMap<string, XmlElement>
  /** Graphics that composite objects place. */
  units: ReadonlyMap<string, XmlElement>
}

const heavy = /bold|black|heavy|黑体|小标宋|大标宋|simhei/iu

/** Reads the resource parts of a document. */
export async function readResources(ofd: OfdPackage, document: OfdPart): Promise<OfdResources> {
  const common = childOf(document.root, 'CommonData')
  const paths = ['PublicRes', 'DocumentRes'].flatMap((name) => childrenOf(common, name).map(contentOf))
  const heavyFonts = new Set<string>()
  const drawParams = new Map<string, XmlElement>()
  const units = new Map<string, XmlElement>()
  for (const path of paths) {
    const part = await ofd.find(path, document.path)
    if (part === null) continue
    for (const font of childrenOf(childOf(part.root, 'Fonts'), 'Font')) {
      const { FontName = '', FamilyName = '', Bold = '', ID = '' } = font.attributes
      if (Bold === 'true' || heavy.test(FontName) || heavy.test(FamilyName)) heavyFonts.add(ID)
    }
    for (const param of childrenOf(childOf(part.root, 'DrawParams'), 'DrawParam'))
      drawParams.set(param.attributes['ID'] ?? '', param)
    for (const unit of childrenOf(childOf(part.root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit'))
      units.set(unit.attributes['ID'] ?? '', unit)
  }
  return { heavyFonts, drawParams, units }
}

export interface Paint {
  colour: Colour
  alpha: number
}

const channel = (text: string) =>
  text.startsWith('#') ? Number.parseInt(text.slice(1), 16) / 255 : Number.parseFloat(text) / 255

/** One value is grey, three are red, green and blue, four are cyan, magenta, yellow and black. */
function toColour(value: string): Colour {
  const parts = value.trim().split(/\s+/u).map(channel)
  if (parts.some((part) => !Number.isFinite(part))) return null
  const [first, second, third, fourth] = parts
  if (first !== undefined && second === undefined) return [first, first, first]
  if (first === undefined || second === undefined || third === undefined) return null
  if (fourth === undefined) return [first, second, third]
  return [(1 - first) * (1 - fourth), (1 - second) * (1 - fourth), (1 - third) * (1 - fourth)]
}

function paintOf(element: XmlElement | undefined): Paint | null {
  if (element === undefined) return null
  const value = element.attributes['Value']
  const shaded = value === undefined && element.children.some((child) => typeof child !== 'string')
  return {
    colour: shaded ? null : value === undefined ? [0, 0, 0] : toColour(value),
    alpha: (numberOf(element, 'Alpha') ?? 255) / 255,
  }
}

const deepest = 8

/** The colour an object is filled or drawn with: its own, that of its drawing parameters or of what those are based on, else `usual`. */
export function inkOf(
  element: XmlElement,
  kind: 'FillColor' | 'StrokeColor',
  resources: OfdResources,
  inherited: string | null,
  usual: Paint,
): Paint {
  const alpha = (numberOf(element, 'Alpha') ?? 255) / 255
  const own = paintOf(childOf(element, kind))
  if (own !== null) return { colour: own.colour, alpha: own.alpha * alpha }
  let id = element.attributes['DrawParam'] ?? inherited
  for (let depth = 0; id !== null && depth < deepest; depth += 1) {
    const param = resources.drawParams.get(id)
    const paint = paintOf(childOf(param, kind))
    if (paint !== null) return { colour: paint.colour, alpha: paint.alpha * alpha }
    id = param?.attributes['Relative'] ?? null
  }
  return { colour: usual.colour, alpha: usual.alpha * alpha }
}
