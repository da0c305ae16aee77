import { XMLBuilder } from 'fast-xml-parser'
import { isList, type Content, type Document } from './document.ts'

export const formats = ['xml', 'json'] as const
export type Format = (typeof formats)[number]

const types: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** XML 1.0 has no way to write these, not even escaped. */
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const builder = new XMLBuilder({ ignoreAttributes: true, format: true, suppressEmptyNode: false })

function toElement(content: Content): unknown {
  if (content === null) return ''
  if (typeof content === 'string') return content.replaceAll(unwritable, '')
  if (typeof content !== 'object') return content
  if (isList(content)) return { [content.each]: content.of.map(toElement) }
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, toElement(value)]))
}

function toJson(content: Content): unknown {
  if (typeof content !== 'object' || content === null) return content
  if (isList(content)) return content.of.map(toJson)
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, toJson(value)]))
}

/** Writes a document as the text of a format. */
export const writeDocument = ({ root, content }: Document, format: Format): string =>
  format === 'json'
    ? JSON.stringify(toJson(content))
    : `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ [root]: toElement(content) })}`

/** Sends a document; nobody keeps what is not said to be for keeping. */
export const sendDocument = (
  document: Document,
  {
    format,
    status = 200,
    headers = {},
  }: { format: Format; status?: number; headers?: Readonly<Record<string, string>> },
): Response =>
  new Response(writeDocument(document, format), {
    status,
    headers: { 'cache-control': 'no-store', ...headers, 'content-type': types[format] },
  })
