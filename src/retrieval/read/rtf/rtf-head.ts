import { destinationOf, groupsIn, wordValue, type RtfGroup } from './rtf-tree.ts'

export interface RtfStyle {
  level: number | null
  title: boolean
  contents: boolean
}

/** What the head of an RTF file defines for its text. */
export interface RtfHead {
  /** The encoding of a font's bytes. */
  encodingOf(font: number | null): string
  /** Six hexadecimal digits; null for the automatic colour. */
  colourOf(index: number | null): string | null
  styleOf(index: number): RtfStyle
}

const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis', 936: 'gb18030', 949: 'euc-kr', 950: 'big5', 54936: 'gb18030', 65001: 'utf-8', 874: 'windows-874',
  1250: 'windows-1250', 1251: 'windows-1251', 1252: 'windows-1252', 1253: 'windows-1253', 1254: 'windows-1254',
  1255: 'windows-1255', 1256: 'windows-1256', 1257: 'windows-1257', 1258: 'windows-1258',
} // prettier-ignore
const charsets: Readonly<Record<number, number>> = {
  128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251,
  222: 874, 238: 1250,
} // prettier-ignore

const severalBytes = /^(?:gb|big5|shift|euc|utf)/u
const western = 'windows-1252'

function fontsOf(table: RtfGroup | undefined): Map<number, string> {
  const fonts = new Map<number, string>()
  for (const font of table === undefined ? [] : [table, ...groupsIn(table)]) {
    const number = wordValue(font, 'f')
    const page = wordValue(font, 'cpg') ?? charsets[wordValue(font, 'fcharset') ?? 0]
    if (number !== null && page !== undefined) fonts.set(number, pages[page] ?? western)
  }
  return fonts
}

function coloursOf(table: RtfGroup | undefined): (string | null)[] {
  const colours: (string | null)[] = []
  let parts: number[] = []
  for (const node of table?.nodes ?? []) {
    if (node.kind === 'word' && /^(?:red|green|blue)$/u.test(node.name)) parts.push(node.value ?? 0)
    if (node.kind !== 'bytes') continue
    for (const sign of node.bytes) {
      if (sign !== ';') continue
      const hex = parts.map((part) => Math.min(255, Math.max(0, part)).toString(16).padStart(2, '0')).join('')
      colours.push(parts.length === 3 ? hex.toUpperCase() : null)
      parts = []
    }
  }
  return colours
}

const nameOf = (group: RtfGroup) =>
  group.nodes
    .map((node) => (node.kind === 'bytes' ? node.bytes : ''))
    .join('')
    .replace(/;.*$/su, '')
    .trim()

function stylesOf(table: RtfGroup | undefined): Map<number, RtfStyle> {
  const styles = new Map<number, RtfStyle>()
  for (const group of table === undefined ? [] : groupsIn(table)) {
    if (destinationOf(group).optional) continue
    const name = nameOf(group)
    const outline = wordValue(group, 'outlinelevel')
    const named = /^heading\s*([1-9])$/iu.exec(name)?.[1]
    styles.set(wordValue(group, 's') ?? 0, {
      level: outline !== null && outline < 9 ? outline + 1 : named === undefined ? null : Number(named),
      title: /^title$/iu.test(name),
      contents: /^(?:toc|contents)\s*\d$/iu.test(name),
    })
  }
  return styles
}

/** Reads the tables of fonts, colours and styles. */
export function readRtfHead(root: RtfGroup): RtfHead {
  const tables = groupsIn(root)
  const table = (name: string) => tables.find((group) => destinationOf(group).name === name)
  const fonts = fontsOf(table('fonttbl'))
  const colours = coloursOf(table('colortbl'))
  const styles = stylesOf(table('stylesheet'))
  const usual = pages[wordValue(root, 'ansicpg') ?? 1252] ?? western
  return {
    // A Western font in a Chinese file still carries Chinese bytes: the font for them is named elsewhere.
    encodingOf(font) {
      const own = font === null ? usual : (fonts.get(font) ?? usual)
      return severalBytes.test(own) || !severalBytes.test(usual) ? own : usual
    },
    colourOf: (index) => (index === null ? null : (colours[index] ?? null)),
    styleOf: (index) => styles.get(index) ?? { level: null, title: false, contents: false },
  }
}
