import type { Reading, SourceFile } from './reading.ts'
import { decodeText } from './text/decode-text.ts'
import { parseFrontMatter } from './text/front-matter.ts'

/** Adds what the sidecar of a file says; it stands above what the document says of itself. */
export function addSidecar(file: SourceFile, reading: Reading): Reading {
  if (file.sidecar === undefined) return reading
  const { metadata, warnings } = parseFrontMatter(decodeText(file.sidecar).text)
  const { title } = metadata
  return {
    ...reading,
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : reading.title,
    metadata: { ...reading.metadata, ...metadata },
    warnings: [...reading.warnings, ...warnings],
  }
}
