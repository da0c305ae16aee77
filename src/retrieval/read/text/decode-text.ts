import { detect } from 'chardet'
import { phrase } from '../../../core/phrase.ts'
import type { Warning } from '../reading.ts'
import { decodeWestern, looksWestern } from './decode-western.ts'

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

const usual = /[\t\r\n\u0020-\u007e\u00a0-\u00ff\u2000-\u206f\u2e80-\u9fff\uac00-\ud7a3\uff00-\uffef]/gu

/** UTF-16 without a mark: zero bytes at every second place, and what they spell is text. */
function bareUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4000)
  const zeros = [0, 1].map((parity) => sample.filter((byte, at) => at % 2 === parity && byte === 0).length)
  const likely = Math.max(...zeros)
  if (likely < sample.length * 0.02 || Math.min(...zeros) > likely * 0.1) return null
  const encoding = (zeros[1] ?? 0) >= (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be'
  const text = decode(sample.subarray(0, sample.length & ~1), encoding)
  return (text.match(usual)?.length ?? 0) >= text.length * 0.97 ? encoding : null
}

const western = 'windows-1252'

/** The encoding of bytes that are not UTF-8. Chinese pages often declare a Western one, so the bytes have their say. */
function encodingOf(declared: string | null, bytes: Uint8Array): string {
  const guessed = declared ?? detect(bytes) ?? 'gb18030'
  if (/^gb|hz-gb|^iso-2022-cn|^cp936|^x-gbk/iu.test(guessed)) return 'gb18030'
  if (/^big5/iu.test(guessed)) return 'big5'
  if (/^utf-?8/iu.test(guessed)) return 'utf-8'
  return looksWestern(bytes) ? western : 'gb18030'
}

/** Decodes text by its byte-order mark, as UTF-8 where it is valid, else by `declared` or by its look (GB18030 for Chinese). */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), warnings: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), warnings: [] }
  const wide = bareUtf16(bytes)
  if (wide !== null) return { text: decode(bytes, wide), warnings: [] }
  if (isUtf8(bytes)) return { text: decode(bytes, 'utf-8'), warnings: [] }
  const encoding = encodingOf(declared, bytes)
  const text = encoding === western ? decodeWestern(bytes) : decode(bytes, encoding)
  const lost = (text.match(/\uFFFD/gu) ?? []).length
  const message =
    lost === 0
      ? phrase('reading.encoding', { encoding })
      : phrase('reading.encoding.lost', { encoding, count: String(lost) })
  return { text, warnings: declared === null || lost > 0 ? [{ kind: 'encoding', message, where: null }] : [] }
}
