import { parse } from 'yaml'
import { z } from 'zod'
import type { FileReading, ReadKnowledgeFile } from '../knowledge-file.ts'
import { decodeText } from './text/decode-text.ts'
import type { Reading, SourceFile } from './reading.ts'
import { readMarkdown } from './text/read-markdown.ts'

const keys = z.record(z.string(), z.unknown())

/** Adds what a sidecar file says to what the document itself says; the sidecar wins. */
function withSidecar(reading: Reading, { sidecar }: SourceFile): Reading {
  if (sidecar === undefined) return reading
  const told = keys.safeParse(parseSidecar(decodeText(sidecar).text))
  if (!told.success) {
    const message = 'The .meta.yaml file beside it cannot be understood.'
    return { ...reading, warnings: [...reading.warnings, { kind: 'metadata', message, where: null }] }
  }
  return { ...reading, metadata: { ...reading.metadata, ...told.data } }
}

function parseSidecar(text: string): unknown {
  try {
    return parse(text, { schema: 'core' }) ?? {}
  } catch {
    return null
  }
}

/** Reads the files of a knowledge folder; pages for editors (README.md) are passed over. */
export function createReadKnowledgeFile(): ReadKnowledgeFile {
  return async (file): Promise<readonly FileReading[]> => {
    if (/(?:^|\/)README(?:\.[\w-]+)?\.md$/iu.test(file.name) || !/\.md$/iu.test(file.name)) return []
    const reading = await readMarkdown(file, { fileBytes: 0, unpackedBytes: 0, ratio: 0, entries: 0, parts: 0 })
    return [{ path: file.name, reading: withSidecar(reading, file) }]
  }
}
