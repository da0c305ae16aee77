import type { HandedFile } from '../core/attachments.ts'
import type { Attachment } from '../core/ticket.ts'
import { cleanName } from './clean-name.ts'
import { detectType } from './detect-type.ts'
import { readText } from './documents/read-text.ts'
import { kindOf, type FileType } from './file-types.ts'
import { cleanGif } from './pictures/clean-gif.ts'
import { cleanHeif } from './pictures/clean-heif.ts'
import { cleanJpeg } from './pictures/clean-jpeg.ts'
import { cleanPng } from './pictures/clean-png.ts'
import { cleanWebp } from './pictures/clean-webp.ts'
import { readOrientation, readPoint } from './pictures/exif.ts'
import type { CleanPicture } from './pictures/picture.ts'
import { cleanMp3 } from './sounds/clean-mp3.ts'
import { cleanMp4 } from './sounds/clean-mp4.ts'
import { cleanWav } from './sounds/clean-wav.ts'
import { UnfitFile } from './unfit-file.ts'

/** A file that may be kept, as it is to be kept. */
export interface CheckedFile extends Pick<Attachment, 'kind' | 'name' | 'type' | 'point'> {
  content: Uint8Array
}

/** More pixels than any telephone takes, and as many as a browser still shows. */
const mostPixels = 120_000_000

const pictures: Readonly<Partial<Record<FileType, CleanPicture>>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
  'image/heic': cleanHeif,
  'image/heif': cleanHeif,
  'image/gif': cleanGif,
}

const sounds: Readonly<Partial<Record<FileType, (content: Buffer) => Buffer>>> = {
  'audio/mpeg': cleanMp3,
  'audio/mp4': cleanMp4,
  'audio/wav': cleanWav,
}

async function check({ name, content }: HandedFile): Promise<CheckedFile> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const found = await detectType(bytes)
  if (found === null) {
    const text = readText(bytes)
    if (text === null) throw new UnfitFile('type')
    const type = 'text/plain'
    return { kind: 'document', name: cleanName(name, type), type, content: Buffer.from(text), point: null }
  }
  const known = { kind: kindOf(found), name: cleanName(name, found), type: found, point: null }
  const clean = pictures[found]
  if (clean === undefined) {
    const sound = sounds[found]?.(bytes)
    return { ...known, content: sound === undefined ? content : await asBefore(sound, found) }
  }
  const picture = await clean(bytes, readOrientation)
  if (picture.width * picture.height > mostPixels) throw new UnfitFile('bomb')
  const point = picture.exif === null ? null : await readPoint(picture.exif)
  return { ...known, content: await asBefore(picture.content, found), point }
}

/** What was put together anew has to be what it was taken for. */
async function asBefore(content: Uint8Array, type: FileType): Promise<Uint8Array> {
  const found = await detectType(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
  if (found !== type) throw new UnfitFile('damaged')
  return content
}

/**
 * Checks a file by its content alone and makes it fit to be kept: a name that is safe, a picture without notes, a text in UTF-8. Throws
 * `UnfitFile`; whatever else goes wrong in a file is damage to it.
 */
export async function checkFile(file: HandedFile): Promise<CheckedFile> {
  if (file.content.byteLength === 0) throw new UnfitFile('empty')
  try {
    return await check(file)
  } catch (error) {
    throw error instanceof UnfitFile ? error : new UnfitFile('damaged', { cause: error })
  }
}
