import { makeZip } from '../make-zip.ts'

const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ')

/** A DOCX with the given body; further parts by their names under word/ ("numbering": content of w:numbering). */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const part = (name: string, content: string) => ({
    name: `word/${name}.xml`,
    bytes: `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${spaces}>${content}</w:${name}>`,
  })
  return makeZip([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    part('document', `<w:body>${body}</w:body>`),
    ...Object.entries(parts).map(([name, content]) => part(name, content)),
  ])
}

/** A run of text with properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs, or of plain text, with properties. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`

/** A table cell with properties. */
export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`

export const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
