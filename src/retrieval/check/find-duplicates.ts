import { phrase } from '../../core/phrase.ts'
import type { DocumentEntry } from '../document-entry.ts'
import { normalize } from '../normalize.ts'
import type { Finding } from './finding.ts'

/** Characters in one shingle; documents that share this much of their shingles are nearly the same. */
const shingle = 6
const nearlyTheSame = 0.7
/** One shingle in so many is compared: those whose hash ends in zeros, the same ones in every document. */
const sampled = 8

function hash(text: string): number {
  let value = 2_166_136_261
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16_777_619)
  return value >>> 0
}

/** A sample of a document's shingles, by hash. */
function sketch({ passages }: DocumentEntry): ReadonlySet<number> {
  const text = normalize(passages.map((passage) => passage.text).join('')).replaceAll(/[\s\p{P}]/gu, '')
  const hashes = Array.from({ length: Math.max(0, text.length - shingle + 1) }, (_, at) =>
    hash(text.slice(at, at + shingle)),
  )
  return new Set(hashes.filter((value) => value % sampled === 0))
}

/** Pairs of documents whose texts are nearly the same, whatever their titles. */
export function findDuplicates(entries: readonly DocumentEntry[]): readonly Finding[] {
  const sketches = entries.map(sketch)
  const holders = new Map<number, number[]>()
  sketches.forEach((hashes, index) =>
    hashes.forEach((value) => holders.set(value, [...(holders.get(value) ?? []), index])),
  )
  const shared = new Map<string, number>()
  for (const list of holders.values()) {
    // What stands in very many documents is a formula, not a copy.
    if (list.length > 40) continue
    list.forEach((a, at) =>
      list.slice(at + 1).forEach((b) => shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1)),
    )
  }
  return [...shared].flatMap(([pair, count]): Finding[] => {
    const [a = 0, b = 0] = pair.split(' ').map(Number)
    const [one, two] = [sketches[a]?.size ?? 0, sketches[b]?.size ?? 0]
    const likeness = count / Math.max(1, one + two - count)
    const [first, second] = [entries[a], entries[b]]
    if (likeness < nearlyTheSame || first === undefined || second === undefined) return []
    const message = phrase('finding.near-duplicate', { share: String(Math.round(likeness * 100)) })
    return [{ kind: 'near-duplicate', document: first.facts.path, other: second.facts.path, message, where: null }]
  })
}
