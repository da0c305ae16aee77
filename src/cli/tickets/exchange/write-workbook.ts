import { Zip, ZipDeflate } from 'fflate'
import type { Cell, TableRows } from './table-rows.ts'

/** The most rows of a sheet, and characters of a cell, that spreadsheets read. */
const mostRows = 1_048_576
const longestCell = 32_767

const types = (sheets: number) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${times(
    sheets,
    (at) =>
      `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  )}</Types>`
const packageLinks =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
const workbook = (sheets: number) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${times(
    sheets,
    (at) => `<sheet name="${at}" sheetId="${at}" r:id="rId${at}"/>`,
  )}</sheets></workbook>`
const workbookLinks = (sheets: number) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${times(
    sheets,
    (at) =>
      `<Relationship Id="rId${at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  )}</Relationships>`
const sheetBegins =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
const sheetEnds = '</sheetData></worksheet>'

const times = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index + 1)).join('')

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML takes it. What XML cannot hold is left out; "_x0041_" would be read as an escaped sign. */
const escapeXml = (text: string): string =>
  text
    .replaceAll(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '')
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll(/[&<>"]/gu, (sign) => escapes[sign] ?? sign)

/**
 * A table as a workbook, written as it comes: however many rows there are, few are held. Texts are texts, so that none is a formula. What is
 * longer than a cell may be is cut, and `onCut` told.
 */
export async function* writeWorkbook({ heads, pages }: TableRows, onCut: () => void): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, data) => {
    if (error !== null) throw error
    ready.push(data)
  })
  const encoder = new TextEncoder()
  const begin = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    return (text: string, last = false) => file.push(encoder.encode(text), last)
  }
  const cell = (value: Cell): string => {
    if (value === null || value === '') return '<c/>'
    if (typeof value === 'number') return `<c><v>${value}</v></c>`
    if (value.length > longestCell) onCut()
    return `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(value.slice(0, longestCell))}</t></is></c>`
  }
  const line = (row: readonly Cell[]) => `<row>${row.map(cell).join('')}</row>`
  const taken = () => ready.splice(0)
  let [sheets, rows] = [1, 1]
  const beginSheet = () => {
    const write = begin(`xl/worksheets/sheet${sheets}.xml`)
    write(sheetBegins + line(heads))
    return write
  }
  let write = beginSheet()
  for await (const page of pages) {
    if (rows + page.length > mostRows) {
      write(sheetEnds, true)
      ;[sheets, rows] = [sheets + 1, 1]
      write = beginSheet()
    }
    rows += page.length
    write(page.map(line).join(''))
    yield* taken()
  }
  write(sheetEnds, true)
  begin('[Content_Types].xml')(types(sheets), true)
  begin('_rels/.rels')(packageLinks, true)
  begin('xl/workbook.xml')(workbook(sheets), true)
  begin('xl/_rels/workbook.xml.rels')(workbookLinks(sheets), true)
  zip.end()
  yield* taken()
}
