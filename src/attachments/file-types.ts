import type { Media } from '../core/message.ts'

/** What is taken, by media type: its kind and the endings that its name may have, the usual one first. */
const types = {
  'image/jpeg': ['photo', 'jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['photo', 'png', 'apng'],
  'image/webp': ['photo', 'webp'],
  'image/heic': ['photo', 'heic', 'heif'],
  'image/heif': ['photo', 'heif', 'heic'],
  'image/gif': ['photo', 'gif'],
  'audio/mpeg': ['audio', 'mp3', 'mpga'],
  'audio/mp4': ['audio', 'm4a', 'mp4', '3gp', 'm4b'],
  'audio/aac': ['audio', 'aac'],
  'audio/wav': ['audio', 'wav'],
  'audio/ogg': ['audio', 'ogg', 'oga', 'opus'],
  'audio/amr': ['audio', 'amr'],
  'audio/webm': ['audio', 'webm', 'weba'],
  'application/pdf': ['document', 'pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['document', 'docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['document', 'xlsx'],
  'application/msword': ['document', 'doc'],
  'application/vnd.ms-excel': ['document', 'xls', 'et'],
  'application/ofd': ['document', 'ofd'],
  'text/plain': ['document', 'txt', 'text', 'log', 'csv', 'md'],
} as const satisfies Readonly<Record<string, readonly [Media['kind'], string, ...string[]]>>

export type FileType = keyof typeof types

export const kindOf = (type: FileType): Media['kind'] => types[type][0]

export const endingsOf = (type: FileType): readonly string[] => types[type].slice(1)

export const isFileType = (type: string): type is FileType => Object.hasOwn(types, type)
