import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'

/** An element with its prefix as written ("w:p"); text stands among its children as strings. */
export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  htmlEntities: true,
})

const attributesKey = ':@'
const attributes = z.record(z.string(), z.coerce.string())
type RawNode = Readonly<Record<string, unknown>>

const rawNodes = (value: unknown): readonly RawNode[] => (Array.isArray(value) ? (value as RawNode[]) : [])

function toNode(raw: RawNode): XmlElement | string | null {
  const name = Object.keys(raw).find((key) => key !== attributesKey)
  if (name === undefined || name.startsWith('?')) return null
  if (name === '#text') return String(raw[name])
  return {
    name,
    attributes: raw[attributesKey] === undefined ? {} : attributes.parse(raw[attributesKey]),
    children: rawNodes(raw[name]).flatMap((child) => toNode(child) ?? []),
  }
}

const text = (bytes: Uint8Array) =>
  new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)

/** Parses the XML of an office file. A document type is refused: office files have none, attacks by entities do. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const source = text(bytes)
  if (/<!DOCTYPE/iu.test(source.slice(0, 4096))) throw new UnreadableFile('damaged', phrase('reading.document-type'))
  try {
    const nodes = rawNodes(parser.parse(source)).map(toNode)
    const root = nodes.find((node) => node !== null && typeof node !== 'string')
    if (root !== undefined && root !== null && typeof root !== 'string') return root
  } catch {
    throw new UnreadableFile('damaged', phrase('reading.damaged'))
  }
  throw new UnreadableFile('damaged', phrase('reading.damaged'))
}

export const elementsOf = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string')

export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element === undefined ? [] : elementsOf(element).filter((child) => child.name === name)

/** The element at the end of a path of child names; undefined where the path breaks off. */
export const childAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], element)

/** All elements of a name below, in document order, at any depth. */
export const descendantsNamed = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsNamed(child, name)])

export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
