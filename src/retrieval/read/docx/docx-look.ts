import { childAt, type XmlElement } from '../xml/parse-xml.ts'

/** What run properties say about how text looks; a key is absent where they say nothing. */
export interface RunLook {
  hidden?: boolean
  colour?: string
  background?: string
  points?: number
  bold?: boolean
}

export const valueOf = (element: XmlElement | undefined): string | null =>
  element?.attributes['w:val'] ?? element?.attributes['val'] ?? null

/** A switch such as w:b or w:vanish: present means on unless it says otherwise; undefined where it is absent. */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const element = childAt(properties, name)
  return element === undefined ? undefined : !/^(?:0|false|off|none)$/iu.test(valueOf(element) ?? 'true')
}

const hex = /^[0-9a-f]{6}$/iu
const colourOf = (text: string | null | undefined) =>
  text !== null && text !== undefined && hex.test(text) ? text : null

/** The fill of a shading element; null for none or automatic. */
export const fillOf = (properties: XmlElement | undefined): string | null =>
  colourOf(childAt(properties, 'w:shd')?.attributes['w:fill'])

const highlights: Readonly<Record<string, string>> = {
  black: '000000', blue: '0000FF', cyan: '00FFFF', green: '00FF00', magenta: 'FF00FF', red: 'FF0000', yellow: 'FFFF00',
  white: 'FFFFFF', darkBlue: '000080', darkCyan: '008080', darkGreen: '008000', darkMagenta: '800080', darkRed: '800000',
  darkYellow: '808000', darkGray: '808080', lightGray: 'C0C0C0',
} // prettier-ignore

/** Reads w:rPr. An automatic colour is whatever can be read on the background, so it counts as black on white. */
export function runLook(properties: XmlElement | undefined): RunLook {
  const colour = colourOf(valueOf(childAt(properties, 'w:color')))
  const background = highlights[valueOf(childAt(properties, 'w:highlight')) ?? ''] ?? fillOf(properties)
  const halfPoints = Number(valueOf(childAt(properties, 'w:sz')) ?? 'NaN')
  const hidden = switchOf(properties, 'w:vanish') ?? switchOf(properties, 'w:webHidden')
  const bold = switchOf(properties, 'w:b')
  return {
    ...(colour === null ? {} : { colour }),
    ...(background === null ? {} : { background }),
    ...(Number.isFinite(halfPoints) ? { points: halfPoints / 2 } : {}),
    ...(hidden === undefined ? {} : { hidden }),
    ...(bold === undefined ? {} : { bold }),
  }
}

const solidFill = (properties: XmlElement | undefined): string | null => {
  const fill = childAt(properties, 'a:solidFill')
  const own = colourOf(childAt(fill, 'a:srgbClr')?.attributes['val'])
  const themed = childAt(fill, 'a:schemeClr')?.attributes['val']
  return own ?? (themed === undefined || /^(?:bg1|lt1|bg2|lt2)$/u.test(themed) ? null : '4472C4')
}

/** What lies behind the text of a drawn shape; null for nothing. */
export function shapeFill(shape: XmlElement): string | null {
  const drawn = solidFill(childAt(shape, 'wps:spPr'))
  const filled = shape.attributes['fillcolor']?.replace(/^#/u, '').slice(0, 6)
  return drawn ?? colourOf(filled)
}

export const styleChain = <Style extends { basedOn: string | null }>(
  styles: ReadonlyMap<string, Style>,
  id: string | null,
): Style[] => {
  const chain: Style[] = []
  for (let at = id === null ? undefined : styles.get(id); at !== undefined && !chain.includes(at);) {
    chain.unshift(at)
    at = at.basedOn === null ? undefined : styles.get(at.basedOn)
  }
  return chain
}
