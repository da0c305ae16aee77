import { parse } from 'yaml'
import { z } from 'zod'
import { phrase } from '../../src/core/phrase.ts'
import type { Block, Reading } from '../../src/retrieval/read/reading.ts'
import type { ReadKnowledgeFile } from '../../src/retrieval/knowledge-file.ts'

const blockOf = (text: string): Block => {
  const heading = /^(#{1,6})\s+(.*)$/u.exec(text)
  if (heading !== null)
    return {
      kind: 'heading',
      level: z
        .union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
        .parse(heading[1]?.length),
      text: heading[2] ?? '',
    }
  if (text.startsWith('- ')) return { kind: 'list', items: text.split('\n').map((item) => ({ text: item, level: 0 })) }
  return { kind: 'paragraph', text }
}

/** A document of front matter, headings, paragraphs and "- " lists: as much Markdown as the tests of retrieval write. */
export function plainMarkdown(text: string): Reading {
  const found = /^---\n([\s\S]*?)\n---\n?/u.exec(text)
  const metadata = found === null ? {} : z.record(z.string(), z.unknown()).parse(parse(found[1] ?? ''))
  const body = text.slice(found?.[0].length ?? 0)
  const blocks = body
    .split(/\n\s*\n|(?<=^#.*)\n/mu)
    .map((block) => block.trim())
    .filter(Boolean)
    .map(blockOf)
  return { title: null, metadata, blocks, warnings: [], quarantined: [] }
}

/** Reads such documents from a folder; a file that says `unreadable` fails as a damaged one would. */
export const readPlainMarkdown: ReadKnowledgeFile = async ({ name, bytes }) => {
  const text = new TextDecoder().decode(bytes)
  if (text === 'unreadable') return [{ path: name, failure: { reason: 'damaged', message: phrase('reading.damaged') } }]
  return [{ path: name, reading: plainMarkdown(text) }]
}
