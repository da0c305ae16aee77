import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile } from '../reading.ts'

/** RTF as it nests: groups, control words with their number, and bytes of text. */
export type RtfNode = RtfGroup | RtfWord | RtfBytes

export interface RtfGroup {
  kind: 'group'
  nodes: RtfNode[]
}
export interface RtfWord {
  kind: 'word'
  name: string
  value: number | null
}
/** Characters of the file as they stand, one a byte: what they mean depends on the font. */
export interface RtfBytes {
  kind: 'bytes'
  bytes: string
}

const deepest = 300
const token = /\{|\}|\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z'])|[^\\{}]+|[\s\S]/giy

/** Parses RTF into its tree. Line ends mean nothing; binary data is skipped. One that breaks off yields what came before. */
export function parseRtf(source: string): { root: RtfGroup; complete: boolean } {
  const root: RtfGroup = { kind: 'group', nodes: [] }
  const open: RtfGroup[] = [root]
  const add = (node: RtfNode) => open.at(-1)?.nodes.push(node)
  const addBytes = (bytes: string) => {
    const last = open.at(-1)?.nodes.at(-1)
    if (last?.kind === 'bytes') last.bytes += bytes
    else if (bytes !== '') add({ kind: 'bytes', bytes })
  }
  token.lastIndex = 0
  for (let match = token.exec(source); match !== null; match = token.exec(source)) {
    const [whole, word, number, hex, symbol] = match
    if (whole === '{') {
      const group: RtfGroup = { kind: 'group', nodes: [] }
      add(group)
      open.push(group)
      if (open.length > deepest) throw new UnreadableFile('damaged', phrase('reading.too-deep'))
    } else if (whole === '}') {
      if (open.length > 1) open.pop()
      if (open.length === 1) return { root, complete: true }
    } else if (word !== undefined) {
      const value = number === undefined ? null : Number(number)
      if (word === 'bin') token.lastIndex += Math.max(0, value ?? 0)
      else add({ kind: 'word', name: word, value })
    } else if (hex !== undefined) {
      addBytes(String.fromCharCode(Number.parseInt(hex, 16)))
    } else if (symbol !== undefined) {
      add({ kind: 'word', name: symbol === '\n' || symbol === '\r' ? 'par' : symbol, value: null })
    } else {
      addBytes(whole === '\\' ? '' : whole.replaceAll(/[\r\n\u0000]/gu, ''))
    }
    if (token.lastIndex >= source.length) break
  }
  return { root, complete: false }
}

/** The destination that a group is for ("fonttbl", "footnote"), and whether readers that do not know it may pass over it. */
export function destinationOf(group: RtfGroup): { name: string; optional: boolean } {
  const [first, second] = group.nodes
  const optional = first?.kind === 'word' && first.name === '*'
  const named = optional ? second : first
  return { name: named?.kind === 'word' ? named.name : '', optional }
}

export const groupsIn = (group: RtfGroup): readonly RtfGroup[] => group.nodes.filter((node) => node.kind === 'group')

/** The number of a control word in a group; null where it is absent or has none. */
export function wordValue(group: RtfGroup, name: string): number | null {
  const found = group.nodes.find((node) => node.kind === 'word' && node.name === name)
  return found?.kind === 'word' ? found.value : null
}
