import { fromBufferPromise, type Entry } from 'yauzl'
import type { FileType } from '../file-types.ts'
import { UnfitFile } from '../unfit-file.ts'

const mostEntries = 5000
/** Bytes that all parts together may unpack to. */
const mostUnpacked = 150 * 1024 * 1024
/** A part of more than some megabytes that grows further than this is no document. */
const mostGrowth = 200
const anyGrowth = 8 * 1024 * 1024

function refuseBomb(entries: readonly Entry[]): void {
  let all = 0
  for (const { compressedSize, uncompressedSize } of entries) {
    all += uncompressedSize
    const grows = uncompressedSize > anyGrowth && uncompressedSize > compressedSize * mostGrowth
    if (grows || all > mostUnpacked) throw new UnfitFile('bomb')
  }
}

function typeOf(names: ReadonlySet<string>): FileType | null {
  if ([...names].some((name) => /^(?:[^/]+\/)?OFD\.xml$/iu.test(name))) return 'application/ofd'
  if (!names.has('[Content_Types].xml')) return null
  if (names.has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  if (names.has('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return null
}

async function listEntries(zip: Awaited<ReturnType<typeof fromBufferPromise>>): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    if (entries.length >= mostEntries) throw new UnfitFile('bomb')
    entries.push(entry)
  }
  return entries
}

/**
 * What document a ZIP container is. Everything in it is unpacked once, within bounds: a part that yields more than it declares ends with an
 * error, so that what was counted before holds.
 */
export async function checkArchive(content: Buffer): Promise<FileType> {
  const zip = await fromBufferPromise(content)
  const entries = await listEntries(zip)
  const type = typeOf(new Set(entries.map(({ fileName }) => fileName)))
  if (type === null) throw new UnfitFile('type')
  if (entries.some((entry) => entry.isEncrypted())) throw new UnfitFile('locked')
  if (entries.some(({ fileName }) => /(?:^|\/)vbaProject[^/]*\.bin$/iu.test(fileName))) throw new UnfitFile('macros')
  refuseBomb(entries)
  for (const entry of entries.filter(({ fileName }) => !fileName.endsWith('/'))) {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) void chunk
  }
  return type
}
