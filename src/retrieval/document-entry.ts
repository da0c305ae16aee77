import { createHash } from 'node:crypto'
import type { DocumentFacts } from './document-facts.ts'
import type { PlacedUnit } from './units.ts'
import type { FileReading } from './knowledge-file.ts'
import { chunkText, toChunks } from './chunks.ts'
import { parseFacts } from './parse-facts.ts'
import { normalizeForModel } from './normalize.ts'
import { splitSentences } from './sentences.ts'
import { toUnits } from './units.ts'

/** A unit as indexed: `sentences` says how many titled sentences stand for it, in order. */
export interface EntryUnit extends Omit<PlacedUnit, 'section' | 'sentences'> {
  sentences: number
}

/** A passage as indexed. */
export interface EntryPassage {
  id: string
  section: readonly string[]
  text: string
  units: readonly EntryUnit[]
}

/** A document as indexed: its facts and its passages. The texts to embed follow from it. */
export interface DocumentEntry {
  facts: DocumentFacts
  passages: readonly EntryPassage[]
}

/** Characters: an item shorter than this means nothing without its lead-in and is embedded only together with the whole list. */
const speaksAlone = 12
/** Characters of a unit that are embedded as one. */
const unitHead = 500

/** A unit's words as one text, with the lead it hangs on. */
const wholeOf = ({ text, lead }: Pick<PlacedUnit, 'text' | 'lead'>): string =>
  (lead === null ? text : `${lead} ${text}`).slice(0, unitHead)

/** The texts of a unit that are embedded one by one: its sentences; a row as one; a list as a whole under its lead, then its longer items. */
export function sentencesOf({ kind, text, lead }: Pick<PlacedUnit, 'kind' | 'text' | 'lead'>): string[] {
  if (kind === 'row') return [wholeOf({ text, lead })]
  if (lead === null) return splitSentences(text)
  return [wholeOf({ text, lead }), ...splitSentences(text).filter((sentence) => sentence.length >= speaksAlone)]
}

const wordsOf = (reading: Extract<FileReading, { reading: unknown }>['reading']): string =>
  reading.blocks
    .map((block) => {
      if (block.kind === 'list') return block.items.map(({ text }) => text).join('\n')
      if (block.kind === 'table') return block.rows.flat().join(' ')
      return block.kind === 'question' ? `${block.question}\n${block.answer}` : block.text
    })
    .join('\n')

/** Cuts a reading into passages and knows the document's facts. */
export function toDocumentEntry({ path, reading }: Extract<FileReading, { reading: unknown }>): DocumentEntry {
  const facts = parseFacts(path, reading, wordsOf(reading))
  const chunks = toChunks(toUnits(reading.blocks, facts.title))
  const passages = chunks.map((chunk, index) => {
    const text = chunkText(chunk)
    return {
      id: createHash('sha256').update(`${path}\n${index}\n${text}`).digest('hex').slice(0, 16),
      section: chunk.section,
      text,
      units: chunk.units.map((unit) => ({ ...unit, sentences: sentencesOf(unit).length })),
    }
  })
  return { facts, passages }
}

/** The titled sentences of a document, in the order in which its units count them. */
export const titledSentences = ({ facts, passages }: DocumentEntry): string[] =>
  passages
    .flatMap(({ units }) => units.flatMap(sentencesOf))
    .map((sentence) => normalizeForModel(`${facts.title} ${sentence}`))

/** The text that stands for each passage as a whole. */
export const titledPassages = ({ facts, passages }: DocumentEntry): string[] =>
  passages.map(({ section, text }) => normalizeForModel([facts.title, ...section, text].join('\n')))

/** A document as one text: its title, each heading once, and its passages. */
export const wholeText = ({ facts, passages }: DocumentEntry): string =>
  [facts.title, ...new Set(passages.flatMap(({ section }) => section)), ...passages.map(({ text }) => text)].join('\n')

/** Every text of a document that has a vector. */
export const allTexts = (entry: DocumentEntry): string[] => [...titledSentences(entry), ...titledPassages(entry)]
