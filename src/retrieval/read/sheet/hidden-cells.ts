import type { Archive } from '../archive/open-archive.ts'
import { hiddenReason } from '../flow/hidden-reason.ts'
import type { Quarantined } from '../reading.ts'
import { childAt, childrenNamed, descendantsNamed, parseXml, type XmlElement } from '../xml/parse-xml.ts'

/** Why the cells of a sheet with a style, by the style's number, cannot be seen. */
type HiddenStyles = ReadonlyMap<number, Quarantined['reason']>

const indexedColours: Readonly<Record<string, string>> = { 0: '000000', 1: 'FFFFFF', 8: '000000', 9: 'FFFFFF' }
/** The first colours of a theme are those of paper and ink, in any theme; the others are taken for strong ones. */
const themeColours: Readonly<Record<string, string>> = { 0: 'FFFFFF', 1: '000000' }

function colourOf(element: XmlElement | undefined): string | null {
  const { rgb, indexed, theme, tint } = element?.attributes ?? {}
  if (rgb !== undefined) return rgb.slice(-6).toUpperCase()
  if (indexed !== undefined) return indexedColours[indexed] ?? null
  if (theme === undefined) return null
  return tint === undefined || Number(tint) === 0 ? (themeColours[theme] ?? '4472C4') : '808080'
}

function fillOf(fill: XmlElement | undefined): string | null {
  const pattern = childAt(fill, 'patternFill')
  return pattern?.attributes['patternType'] === 'solid' ? (colourOf(childAt(pattern, 'fgColor')) ?? '4472C4') : null
}

/** Reads xl/styles.xml: which of its cell styles set text that cannot be seen. */
function hiddenStyles(root: XmlElement): HiddenStyles {
  const fonts = childrenNamed(childAt(root, 'fonts'), 'font')
  const fills = childrenNamed(childAt(root, 'fills'), 'fill')
  return new Map(
    childrenNamed(childAt(root, 'cellXfs'), 'xf').flatMap((style, index) => {
      const font = fonts[Number(style.attributes['fontId'] ?? '0')]
      const size = Number(childAt(font, 'sz')?.attributes['val'] ?? 'NaN')
      const reason = hiddenReason({
        hidden: false,
        colour: colourOf(childAt(font, 'color')),
        background: fillOf(fills[Number(style.attributes['fillId'] ?? '0')]),
        points: Number.isFinite(size) ? size : null,
      })
      return reason === null ? [] : [[index, reason] as const]
    }),
  )
}

const partOf = async (archive: Archive, name: string) =>
  archive.has(name) ? parseXml(await archive.read(name)) : undefined

/** Finds the cells of an XLSX whose text is white on white or too small to read, by sheet and address. */
export async function findHiddenCells(
  archive: Archive,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Quarantined['reason']>>> {
  const found = new Map<string, ReadonlyMap<string, Quarantined['reason']>>()
  const styles = await partOf(archive, 'xl/styles.xml')
  const hidden = styles === undefined ? new Map<number, never>() : hiddenStyles(styles)
  if (hidden.size === 0) return found
  const relations = childrenNamed(await partOf(archive, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  const book = await partOf(archive, 'xl/workbook.xml')
  for (const { attributes } of childrenNamed(childAt(book, 'sheets'), 'sheet')) {
    const target = relations.find((relation) => relation.attributes['Id'] === attributes['r:id'])?.attributes['Target']
    const sheet = await partOf(archive, `xl/${(target ?? '').replace(/^\/?(?:xl\/)?/u, '')}`)
    const cells = sheet === undefined ? [] : descendantsNamed(childAt(sheet, 'sheetData') ?? sheet, 'c')
    found.set(
      attributes['name'] ?? '',
      new Map(
        cells.flatMap((cell) => {
          const reason = hidden.get(Number(cell.attributes['s'] ?? '0'))
          return reason === undefined ? [] : [[cell.attributes['r'] ?? '', reason] as const]
        }),
      ),
    )
  }
  return found
}
