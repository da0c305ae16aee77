import { phrase } from '../../core/phrase.ts'
import { relateRegion } from '../../core/region.ts'
import type { DocumentEntry } from '../document-entry.ts'
import { normalize } from '../normalize.ts'
import type { Finding } from './finding.ts'

/** A clause with exactly one figure, and what it is said of. */
interface Statement {
  entry: DocumentEntry
  text: string
  value: string
  unit: string
  words: ReadonlySet<string>
}

const figure =
  /(\d[\d,]*(?:\.\d+)?)\s*(万元|元|%|个工作日|工作日|日|天|个月|小时|分钟|年|周岁|岁|倍|米|℃|yuan|days|hours|months|years)/gu
/** Least share of words that two clauses have in common to speak of the same matter. */
const sameMatter = 0.75
const leastWords = 6

const pairsOf = (text: string): ReadonlySet<string> => {
  const bare = text.replaceAll(/[\s\p{P}\d]/gu, '')
  return new Set(Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)))
}

/** The clauses of a document that state one figure each; the title's words count with them, for they say what the figure is about. */
function statementsOf(entry: DocumentEntry): readonly Statement[] {
  const clauses = entry.passages.flatMap(({ units }) => units.flatMap(({ text }) => text.split(/[。；;\n]/u)))
  return clauses.flatMap((text) => {
    const found = [...normalize(text).matchAll(figure)]
    const [only] = found
    if (found.length !== 1 || only?.[1] === undefined || only[2] === undefined) return []
    const words = pairsOf(normalize(text).replace(only[0], ''))
    return words.size < leastWords
      ? []
      : [{ entry, text: text.trim(), value: only[1].replaceAll(',', ''), unit: only[2], words }]
  })
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / (a.size + b.size - shared)
}

const samePlace = (a: Statement, b: Statement): boolean =>
  relateRegion(a.entry.facts.region, b.entry.facts.region) === 'applies' &&
  relateRegion(b.entry.facts.region, a.entry.facts.region) === 'applies'

/** Statements of documents in force in the same place that give different figures for what reads as the same matter. */
export function findContradictions(entries: readonly DocumentEntry[]): readonly Finding[] {
  const statements = entries.flatMap(statementsOf)
  const holders = new Map<string, number[]>()
  statements.forEach(({ words, unit }, index) => {
    for (const word of words) holders.set(`${unit}${word}`, [...(holders.get(`${unit}${word}`) ?? []), index])
  })
  const findings = new Map<string, Finding>()
  statements.forEach((one, index) => {
    const rarest = [...one.words]
      .map((word) => holders.get(`${one.unit}${word}`) ?? [])
      .sort((a, b) => a.length - b.length)
    const candidates = new Set(rarest.slice(0, Math.ceil(one.words.size * (1 - sameMatter)) + 1).flat())
    for (const other of candidates) {
      const two = statements[other]
      if (
        other <= index ||
        two === undefined ||
        two.value === one.value ||
        two.entry === one.entry ||
        !samePlace(one, two)
      )
        continue
      if (likeness(one.words, two.words) < sameMatter) continue
      const message = phrase('finding.contradiction', { one: one.text, two: two.text })
      findings.set(`${one.entry.facts.path} ${two.entry.facts.path} ${one.text} ${two.text}`, {
        kind: 'contradiction',
        document: one.entry.facts.path,
        other: two.entry.facts.path,
        message,
        where: null,
      })
    }
  })
  return [...findings.values()]
}
