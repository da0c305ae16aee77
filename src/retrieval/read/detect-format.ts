import { phrase } from '../../core/phrase.ts'
import { openArchive } from './archive/open-archive.ts'
import { openOle } from './ole/open-ole.ts'
import { UnreadableFile, type ReadLimits, type SourceFile } from './reading.ts'
import { guessDelimiter } from './sheet/guess-delimiter.ts'
import { decodeText } from './text/decode-text.ts'

export type Format =
  'markdown' | 'text' | 'csv' | 'html' | 'web-archive' | 'pdf' | 'docx' | 'workbook' | 'ofd' | 'zip' | 'doc' | 'rtf'

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte)
const latin = (bytes: Uint8Array, length: number) => Buffer.from(bytes.subarray(0, length)).toString('latin1')

const unknown = (id: string, values = {}) => new UnreadableFile('unknown-format', phrase(`reading.${id}`, values))

const pictures: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x42, 0x4d], [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
] // prettier-ignore
/** Sheets of Excel 2 to 4 stand in no container. */
const oldSheets: readonly (readonly number[])[] = [
  [0x09, 0x00, 0x04, 0x00], [0x09, 0x02, 0x06, 0x00], [0x09, 0x04, 0x06, 0x00],
] // prettier-ignore
const packers: readonly (readonly [string, readonly number[]])[] = [
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['gzip', [0x1f, 0x8b]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
]

/** What a ZIP container is, by the parts in it. */
async function zipFormat(bytes: Uint8Array, limits: ReadLimits): Promise<Format> {
  const archive = await openArchive(bytes, limits)
  const { names } = archive
  const office = archive.has('[Content_Types].xml')
  if (names.some((name) => /^(?:.*\/)?ofd\.xml$/iu.test(name))) return 'ofd'
  if (office && names.some((name) => /^word\/document\d*\.xml$/iu.test(name))) return 'docx'
  if (office && names.some((name) => /^xl\/workbook\.(?:xml|bin)$/iu.test(name))) return 'workbook'
  if (office && names.some((name) => name.startsWith('ppt/'))) throw unknown('slide-show')
  if (archive.has('mimetype') && archive.has('content.xml')) throw unknown('open-document')
  return 'zip'
}

function oleFormat(bytes: Uint8Array): Format {
  const streams = new Set(openOle(bytes).keys())
  if (streams.has('worddocument')) return 'doc'
  if (streams.has('workbook') || streams.has('book')) return 'workbook'
  if (streams.has('encryptedpackage')) throw new UnreadableFile('password', phrase('reading.password'))
  if (streams.has('powerpoint document')) throw unknown('slide-show')
  throw unknown('office-kind')
}

const tags = /<(?:!doctype\s+html|html|head|body|table|div|p|meta|h[1-6])\b[^>]*>/iu

/** Rows that a delimiter cuts into the same number of values, under short heads. */
function looksTabular(text: string): boolean {
  const guess = guessDelimiter(text)
  if (guess === null || guess.rows < 2 || guess.alike < 0.95 || /[，；]/u.test(guess.delimiter)) return false
  const [first = ''] = text.trimStart().split(/\r?\n/u)
  return first.split(guess.delimiter).every((value) => value.length <= 30 && !/[。；]/u.test(value))
}

const markdownSigns = [
  /^#{1,6}[ \t]+\S/mu,
  /^---[ \t]*\r?\n[\s\S]{1,20000}?\r?\n---[ \t]*$/mu,
  /^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?)?[ \t]*$/mu,
]

function isJson(text: string): boolean {
  if (!/^\s*[[{]/u.test(text)) return false
  try {
    JSON.parse(text.trimStart().startsWith('{') ? (text.split(/\r?\n(?=\s*\{)/u)[0] ?? text) : text)
    return true
  } catch {
    return false
  }
}

function textFormat({ name, bytes }: SourceFile): Format {
  const { text } = decodeText(bytes.subarray(0, 2_000_000))
  const start = text.slice(0, 20_000)
  if (start.trim() === '') throw new UnreadableFile('empty', phrase('reading.empty'))
  const control = start.match(/[\u0000-\u0008\u000e-\u001a]/gu)?.length ?? 0
  const lost = start.match(/\ufffd/gu)?.length ?? 0
  if (control > start.length * 0.01 || lost > start.length * 0.1) throw unknown('unknown')
  const named = /\.(md|markdown|csv|tsv)$/iu.exec(name)?.[1]?.toLowerCase()
  const opening = start.trimStart()
  if (/^(?:\uFEFF)?</u.test(opening) && tags.test(start) && named !== 'md') return 'html'
  if (/^MIME-Version:/imu.test(start.slice(0, 500)) && /multipart\/related|text\/html/iu.test(start))
    return 'web-archive'
  if (/^<\?xml/u.test(opening)) throw unknown('data', { kind: 'XML' })
  if (isJson(text)) throw unknown('data', { kind: 'JSON' })
  if (named === 'md' || named === 'markdown') return 'markdown'
  if (markdownSigns.some((sign) => sign.test(start))) return 'markdown'
  return looksTabular(start) || named === 'csv' || named === 'tsv' ? 'csv' : 'text'
}

/** Tells the format of a file by its bytes; its name only decides between kinds of text. Throws for what is not read, with advice. */
export async function detectFormat(file: SourceFile, limits: ReadLimits): Promise<Format> {
  const { bytes } = file
  if (bytes.length === 0) throw new UnreadableFile('empty', phrase('reading.empty'))
  if (latin(bytes, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return zipFormat(bytes, limits)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return oleFormat(bytes)
  if (oldSheets.some((signature) => startsWith(bytes, ...signature))) return 'workbook'
  if (/^[\s\u00ef\u00bb\u00bf]*\{\\rtf/u.test(latin(bytes, 64))) return 'rtf'
  if (pictures.some((signature) => startsWith(bytes, ...signature)))
    throw new UnreadableFile('image-only', phrase('reading.picture'))
  const packer = packers.find(([, signature]) => startsWith(bytes, ...signature))
  if (packer !== undefined) throw unknown('packed', { kind: packer[0] })
  return textFormat(file)
}
