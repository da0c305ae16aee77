import { fileTypeFromBuffer } from 'file-type'
import { isSoundOnly } from './sounds/webm-tracks.ts'
import { checkArchive } from './documents/check-archive.ts'
import { checkOle } from './documents/check-ole.ts'
import { isFileType, type FileType } from './file-types.ts'
import { UnfitFile } from './unfit-file.ts'

/** Other names of what is taken. */
const aliases: Readonly<Record<string, FileType>> = {
  'audio/x-m4a': 'audio/mp4',
  'video/mp4': 'audio/mp4',
  'video/3gpp': 'audio/mp4',
  'video/3gpp2': 'audio/mp4',
  'video/quicktime': 'audio/mp4',
  'video/x-m4v': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/opus': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'image/apng': 'image/png',
  'image/heic-sequence': 'image/heic',
  'image/heif-sequence': 'image/heif',
}

const zip = Buffer.from('PK\x03\x04', 'latin1')
/** Told by its sign alone: reading on for an animation takes as long as a stranger likes. */
const png = Buffer.from('89504e470d0a1a0a', 'hex')
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const pdf = Buffer.from('%PDF-', 'latin1')
/** Byte-order marks of UTF-16, which look like the beginning of a sound. */
const wide = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]
const begins = (content: Buffer, sign: Buffer) => content.subarray(0, sign.length).equals(sign)

/**
 * What a file is by its content; null where nothing marks it, as in a text. Throws `UnfitFile` for what is marked and not taken. A sound in a
 * container of films is still to be checked for a picture.
 */
export async function detectType(content: Buffer): Promise<FileType | null> {
  if (begins(content, zip)) return checkArchive(content)
  if (begins(content, png)) return 'image/png'
  if (begins(content, ole)) return checkOle(content)
  if (begins(content, pdf)) {
    if (!content.subarray(-2048).includes('%%EOF')) throw new UnfitFile('damaged')
    return 'application/pdf'
  }
  if (wide.some((mark) => begins(content, mark))) return null
  const found = await fileTypeFromBuffer(content).catch(() => undefined)
  if (found === undefined) return null
  const type = aliases[found.mime] ?? found.mime
  if (isFileType(type)) return type
  if (found.mime === 'video/webm' && isSoundOnly(content)) return 'audio/webm'
  throw new UnfitFile('type')
}
