import type { FileType } from '../file-types.ts'
import { UnfitFile } from '../unfit-file.ts'

const entryLength = 128
/** Offset of the length of an entry's name, and the most bytes that a name has with the zero behind it. */
const nameLengthAt = 64
const mostNameBytes = 64

/**
 * Names of the streams and storages in an OLE file. Every 128 bytes of it are looked at as an entry of its directory: so none is missed, however
 * the file is laid out.
 */
function namesIn(content: Buffer): ReadonlySet<string> {
  const names = new Set<string>()
  for (let at = 512; at + entryLength <= content.length; at += entryLength) {
    const length = content.readUInt16LE(at + nameLengthAt)
    const kind = content.readUInt8(at + nameLengthAt + 2)
    if (length < 4 || length > mostNameBytes || length % 2 !== 0 || (kind !== 1 && kind !== 2)) continue
    if (content.readUInt16LE(at + length - 2) !== 0) continue
    names.add(content.toString('utf16le', at, at + length - 2).toLowerCase())
  }
  return names
}

/** What document an OLE file is: the formats of Word and Excel before 2007. */
export function checkOle(content: Buffer): FileType {
  const names = namesIn(content)
  if (names.has('encryptedpackage')) throw new UnfitFile('locked')
  if (['macros', '_vba_project_cur', '_vba_project', 'vba'].some((name) => names.has(name)))
    throw new UnfitFile('macros')
  if (names.has('worddocument')) return 'application/msword'
  if (names.has('workbook') || names.has('book')) return 'application/vnd.ms-excel'
  throw new UnfitFile('type')
}
