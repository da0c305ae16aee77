import { makeZip, type ZipPart } from '../retrieval/read/make-zip.ts'

const parts = (...names: readonly string[]): ZipPart[] => names.map((name) => ({ name, bytes: '<a/>' }))

export const makeDocx = (more: readonly ZipPart[] = []): Uint8Array =>
  makeZip([...parts('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), ...more])

export const makeXlsx = (): Uint8Array => makeZip(parts('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'))

export const makeOfd = (): Uint8Array => makeZip(parts('OFD.xml', 'Doc_0/Document.xml'))

export const makeArchive = (): Uint8Array => makeZip(parts('anything.txt'))

export const makePdf = (): Buffer =>
  Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** An OLE file with the given names in its directory. */
export function makeOle(...names: readonly string[]): Buffer {
  const head = Buffer.alloc(512)
  head.write('d0cf11e0a1b11ae1', 'hex')
  const entries = ['Root Entry', ...names].map((name, index) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 'utf16le')
    entry.writeUInt16LE(name.length * 2 + 2, 64)
    entry.writeUInt8(index === 0 ? 5 : 2, 66)
    return entry
  })
  return Buffer.concat([head, Buffer.alloc(512), ...entries, Buffer.alloc(512)])
}
