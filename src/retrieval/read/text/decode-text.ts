import { detect } from 'chardet'
import type { Warning } from '../reading.ts'

export interface DecodedText {
  text: string
  warnings: readonly Warning[]
}

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes)

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Zero bytes at every second place: UTF-16 without a mark. */
function bareUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2000)
  const zeros = [0, 1].map(
    (parity) => sample.filter((byte, at) => at % 2 === parity && byte === 0).length / (sample.length / 2),
  )
  if ((zeros[1] ?? 0) > 0.2) return 'utf-16le'
  return (zeros[0] ?? 0) > 0.2 ? 'utf-16be' : null
}

/** Decodes text by its byte-order mark, as UTF-8 where it is valid, else by `declared` or by its look (GB18030 for Chinese). */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), warnings: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), warnings: [] }
  const wide = bareUtf16(bytes)
  if (wide !== null) return { text: decode(bytes, wide), warnings: [] }
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), warnings: [] }
  const guessed = declared ?? detect(bytes) ?? 'gb18030'
  const encoding = /^gb|hz-gb|^iso-2022-cn/iu.test(guessed)
    ? 'gb18030'
    : /^big5/iu.test(guessed)
      ? 'big5'
      : /^utf-?8/iu.test(guessed)
        ? 'utf-8'
        : 'gb18030'
  const text = decode(bytes, encoding)
  const lost = (text.match(/\uFFFD/gu) ?? []).length
  const message =
    lost === 0
      ? `Read as ${encoding}; the file does not say its encoding.`
      : `Read as ${encoding}; ${lost} characters could not be read.`
  return { text, warnings: declared === null || lost > 0 ? [{ kind: 'encoding', message, where: null }] : [] }
}
