import { applyLook, usualLook, type DocLook } from './doc-look.ts'
import { lastOperand, readSprms, sprm, type Sprm } from './sprms.ts'

export interface DocStyle {
  look: DocLook
  /** Property changes of its paragraphs, from the style it is based on down to itself. */
  sprms: readonly Sprm[]
  /** Outline depth from 1. */
  level: number | null
  title: boolean
  /** An entry of a table of contents. */
  contents: boolean
}

interface OwnStyle {
  /** Word's number for a built-in style: 1–9 headings, 19–27 tables of contents, 62 the title. */
  builtIn: number
  basedOn: number
  paragraph: readonly Sprm[]
  characters: readonly Sprm[]
}

const none = 0xfff
const plainStyle: DocStyle = { look: usualLook, sprms: [], level: null, title: false, contents: false }

/** The parts of a style's definition that hold property changes, each with its size before it and padded to even places. */
function propertyParts(style: Buffer, from: number): Buffer[] {
  const parts: Buffer[] = []
  for (let at = from; at + 2 <= style.length;) {
    const size = style.readUInt16LE(at)
    parts.push(style.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size % 2)
  }
  return parts
}

function readStyle(style: Buffer, baseSize: number): OwnStyle | null {
  if (style.length < baseSize + 4) return null
  const nameLength = style.readUInt16LE(baseSize)
  const parts = propertyParts(style, baseSize + 2 + 2 * nameLength + 2)
  const kind = style.readUInt16LE(2) & 0xf
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = parts
  return {
    builtIn: style.readUInt16LE(0) & 0xfff,
    basedOn: style.readUInt16LE(2) >> 4,
    paragraph: kind === 1 ? readSprms(first.subarray(2)) : [],
    characters: readSprms(kind === 1 ? second : kind === 2 ? first : Buffer.alloc(0)),
  }
}

function readAll(table: Buffer): (OwnStyle | null)[] {
  if (table.length < 6) return []
  const headerSize = table.readUInt16LE(0)
  const count = table.readUInt16LE(2)
  const baseSize = table.readUInt16LE(4)
  const styles: (OwnStyle | null)[] = []
  for (let at = 2 + headerSize; styles.length < count && at + 2 <= table.length;) {
    const size = table.readUInt16LE(at)
    styles.push(readStyle(table.subarray(at + 2, at + 2 + size), baseSize))
    at += 2 + size + (size % 2)
  }
  return styles
}

export interface DocStyles {
  /** A paragraph style by its number; plain text where there is none. */
  paragraph(index: number): DocStyle
  /** What a character style changes. */
  characters(index: number): readonly Sprm[]
}

/** Reads the style sheet of a Word 97–2003 file. */
export function readDocStyles(table: Buffer): DocStyles {
  const styles = readAll(table)
  const cache = new Map<number, DocStyle>()
  const resolve = (index: number, depth: number): DocStyle => {
    const own = styles[index]
    const known = cache.get(index)
    if (known !== undefined) return known
    if (own === null || own === undefined || depth > 20) return plainStyle
    const base = own.basedOn === none ? plainStyle : resolve(own.basedOn, depth + 1)
    const outline = lastOperand(own.paragraph, sprm.POutLvl)?.[0]
    const builtInLevel = own.builtIn >= 1 && own.builtIn <= 9 ? own.builtIn : base.level
    const resolved = {
      look: applyLook(base.look, own.characters),
      sprms: [...base.sprms, ...own.paragraph],
      level: outline === undefined ? builtInLevel : outline < 9 ? outline + 1 : null,
      title: own.builtIn === 62,
      contents: own.builtIn >= 19 && own.builtIn <= 27,
    }
    cache.set(index, resolved)
    return resolved
  }
  return { paragraph: (index) => resolve(index, 0), characters: (index) => styles[index]?.characters ?? [] }
}
