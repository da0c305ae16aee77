const utf8Flag = 0x800
const unicodePathField = 0x7075

interface NamedEntry {
  fileNameRaw: Uint8Array
  generalPurposeBitFlag: number
  extraFields: readonly { id: number; data: Uint8Array }[]
}

/** The name of an archive's entry with forward slashes; one that is not UTF-8, flagged or not, is read as GB18030, as Chinese Windows writes it. */
export function entryName({ fileNameRaw, generalPurposeBitFlag, extraFields }: NamedEntry): string {
  const unicode = extraFields.find(({ id, data }) => id === unicodePathField && data[0] === 1)
  const decode = (bytes: Uint8Array) => {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder((generalPurposeBitFlag & utf8Flag) === 0 ? 'gb18030' : 'utf-8').decode(bytes)
    }
  }
  return decode(unicode === undefined ? fileNameRaw : unicode.data.subarray(5)).replaceAll('\\', '/')
}

/** True for a name that would lie outside the archive's folder or stands for no file: absolute, a drive, "..", or with control characters. */
export const isUnsafeName = (name: string): boolean =>
  /^(?:\/|[a-z]:)/iu.test(name) || name.split('/').includes('..') || /[\u0000-\u001f]/u.test(name)
