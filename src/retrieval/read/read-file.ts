import { phrase } from '../../core/phrase.ts'
import { tooLarge } from './too-large.ts'
import type { FileReading } from '../knowledge-file.ts'
import { addSidecar } from './add-sidecar.ts'
import { detectFormat, type Format } from './detect-format.ts'
import { readDocx } from './docx/read-docx.ts'
import { failureOf } from './failure-of.ts'
import { joinQuestions } from './join-questions.ts'
import { parseMetadata } from './metadata.ts'
import { readOfd } from './ofd/read-ofd.ts'
import { readPdf } from './pdf/read-pdf.ts'
import { quarantine } from './quarantine.ts'
import { readArchive } from './read-archive.ts'
import { UnreadableFile, type Block, type ReadLimits, type Reader, type Reading, type SourceFile } from './reading.ts'
import { readRtf } from './rtf/read-rtf.ts'
import { readCsv } from './sheet/read-csv.ts'
import { readWorkbook } from './sheet/read-workbook.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readText } from './text/read-text.ts'
import { readHtml } from './web/read-html.ts'
import { readWebArchive } from './web/read-web-archive.ts'
import { readDoc } from './word97/read-doc.ts'

const readers: Readonly<Record<Exclude<Format, 'zip'>, Reader>> = {
  markdown: readMarkdown,
  text: readText,
  csv: readCsv,
  html: readHtml,
  'web-archive': readWebArchive,
  pdf: readPdf,
  ofd: readOfd,
  docx: readDocx,
  workbook: readWorkbook,
  doc: readDoc,
  rtf: readRtf,
}

const says = (block: Block): boolean => {
  if (block.kind === 'list') return block.items.length > 0
  if (block.kind === 'table') return block.rows.length > 0
  return block.kind === 'question' || block.text.trim() !== ''
}

const baseName = (path: string) => (path.split('/').at(-1) ?? path).replace(/\.[\p{L}\p{N}]{1,8}$/u, '')

function finish(file: SourceFile, read: Reading): Reading {
  const { title, ...reading } = quarantine(addSidecar(file, read))
  if (!reading.blocks.some(says)) throw new UnreadableFile('empty', phrase('reading.empty'))
  return {
    ...reading,
    title: title ?? baseName(file.name),
    blocks: joinQuestions(reading.blocks),
    warnings: [...reading.warnings, ...parseMetadata(reading.metadata).warnings],
  }
}

/** Archives in archives deeper than this are bombs or mistakes. */
const deepest = 3

/**
 * Reads the documents of one file, whatever its name says: one, or those of an archive, whose entries stand behind its path
 * ("附件.zip!/收费/表.xlsx"). What cannot be read comes back as a failure with its reason; nothing is thrown for a bad file.
 */
export async function readFile(file: SourceFile, limits: ReadLimits, depth = 0): Promise<readonly FileReading[]> {
  try {
    if (file.problem !== undefined) return [{ path: file.name, failure: file.problem }]
    if (file.bytes.length > limits.fileBytes)
      throw new UnreadableFile('too-large', tooLarge(file.bytes.length, limits.fileBytes))
    const format = await detectFormat(file, limits)
    if (format !== 'zip') return [{ path: file.name, reading: finish(file, await readers[format](file, limits)) }]
    if (depth >= deepest) throw new UnreadableFile('bomb', phrase('reading.nested', { most: String(deepest) }))
    return await readArchive(file, limits, (inner, left) => readFile(inner, left, depth + 1))
  } catch (error) {
    return [{ path: file.name, failure: failureOf(error) }]
  }
}
