import { childAt, childrenNamed, descendantsNamed, type XmlElement } from '../xml/parse-xml.ts'
import { fillOf, runLook, styleChain, valueOf, type RunLook } from './docx-look.ts'

export interface ListPlace {
  list: string
  depth: number
}

/** A style with all it takes from the styles it is based on. */
export interface DocxStyle {
  look: RunLook
  /** Outline depth from 1. */
  level: number | null
  title: boolean
  /** An entry of a table of contents. */
  contents: boolean
  list: ListPlace | null
  centred: boolean
}

interface OwnStyle extends Omit<DocxStyle, 'list'> {
  basedOn: string | null
  list: Partial<ListPlace>
  /** A table style that shades cells: light text in such a table may well be seen. */
  shades: boolean
}

const plain: DocxStyle = { look: {}, level: null, title: false, contents: false, list: null, centred: false }

/** Outline level 9 of Office is body text. */
export function outlineLevel(properties: XmlElement | undefined): number | null {
  const level = Number(valueOf(childAt(properties, 'w:outlineLvl')) ?? 'NaN')
  return level >= 0 && level < 9 ? level + 1 : null
}

export function listOf(properties: XmlElement | undefined): Partial<ListPlace> {
  const numbering = childAt(properties, 'w:numPr')
  const list = valueOf(childAt(numbering, 'w:numId'))
  const depth = valueOf(childAt(numbering, 'w:ilvl'))
  return { ...(list === null ? {} : { list }), ...(depth === null ? {} : { depth: Number(depth) || 0 }) }
}

const headingName = /^(?:heading|标题)\s*([1-9])$/iu

function ownStyle(style: XmlElement): OwnStyle {
  const name = valueOf(childAt(style, 'w:name')) ?? ''
  const paragraph = childAt(style, 'w:pPr')
  const named = headingName.exec(name)?.[1]
  return {
    basedOn: valueOf(childAt(style, 'w:basedOn')),
    look: runLook(childAt(style, 'w:rPr')),
    level: outlineLevel(paragraph) ?? (named === undefined ? null : Number(named)),
    title: /^(?:title|标题)$/iu.test(name),
    contents: /^(?:toc|目录)\s*\d$/iu.test(name),
    list: listOf(paragraph),
    centred: valueOf(childAt(paragraph, 'w:jc')) === 'center',
    shades: descendantsNamed(style, 'w:shd').some(
      (shading) => shading.attributes['w:fill'] !== undefined && fillOf({ ...style, children: [shading] }) !== null,
    ),
  }
}

export interface DocxStyles {
  /** The style of a paragraph or run; the defaults where the id is null or unknown. */
  resolve(id: string | null): DocxStyle
  /** Whether a table style shades cells. */
  shades(id: string | null): boolean
  /** Only what a character style itself says. */
  characterLook(id: string | null): RunLook
}

/** Reads word/styles.xml; undefined where the file has none. */
export function readStyles(root: XmlElement | undefined): DocxStyles {
  const elements = childrenNamed(root, 'w:style')
  const styles = new Map(elements.map((style) => [style.attributes['w:styleId'] ?? '', ownStyle(style)]))
  const isDefault = (style: XmlElement) =>
    style.attributes['w:type'] === 'paragraph' && /^(?:1|true)$/u.test(style.attributes['w:default'] ?? '')
  const usual = elements.find(isDefault)?.attributes['w:styleId'] ?? null
  const defaults = runLook(childAt(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
  const merge = (base: DocxStyle, own: OwnStyle): DocxStyle => {
    const list = own.list.list ?? base.list?.list
    return {
      look: { ...base.look, ...own.look },
      level: own.level ?? base.level,
      title: own.title,
      contents: own.contents || base.contents,
      list: list === undefined ? null : { list, depth: own.list.depth ?? base.list?.depth ?? 0 },
      centred: own.centred || base.centred,
    }
  }
  const cache = new Map<string | null, DocxStyle>()
  return {
    resolve(id) {
      const known = cache.get(id)
      if (known !== undefined) return known
      const chain = styleChain(styles, id !== null && styles.has(id) ? id : usual)
      const resolved = chain.reduce<DocxStyle>(merge, { ...plain, look: defaults })
      cache.set(id, resolved)
      return resolved
    },
    shades: (id) => styleChain(styles, id).some(({ shades }) => shades),
    characterLook: (id) => Object.assign({}, ...styleChain(styles, id).map(({ look }) => look)),
  }
}
