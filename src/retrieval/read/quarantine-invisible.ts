/**
 * Characters that show nothing: zero width, direction marks, tags, fillers, variation selectors, and controls but tab and line feed. Joiners
 * inside scripts that need them are none of Chinese or English.
 */
const invisible =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF9-\uFFFB\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\u{1D173}|[\u{1D174}-\u{1D17A}]|[\u{E0000}-\u{E0FFF}]/gu
/** Emoji are written with selectors and joiners of their own; those hide nothing. */
const emoji =
  /\p{Extended_Pictographic}(?:[\uFE0E\uFE0F\u200D]|\p{Emoji_Modifier}|\p{Extended_Pictographic})*|\u{1F3F4}[\u{E0061}-\u{E007A}]{2,8}\u{E007F}/gu
const turning = /[\u202D\u202E][^\u202C\n]{4,}/u
const longRun = /(?:[\u200B-\u200F\u2060-\u2064\uFEFF\u180E\uFE00-\uFE0F]|[\u{E0100}-\u{E01EF}]){16,}/u

/** The text without its invisible characters; line feeds in place of carriage returns. */
export const stripInvisible = (text: string): string =>
  text.replaceAll(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, '\n').replaceAll(invisible, '')

/** What tag characters or variation selectors spell, which no screen shows; empty where they spell nothing. */
export function hiddenMessage(text: string): string {
  const bare = text.replaceAll(emoji, '')
  let message = ''
  for (const letter of bare) {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0xe0020 && code <= 0xe007e) message += String.fromCharCode(code - 0xe0000)
    else if (code >= 0xe0100 && code <= 0xe01ef) message += printable(code - 0xe0100 + 16)
    else if (code >= 0xfe00 && code <= 0xfe0f) message += printable(code - 0xfe00)
  }
  return message.trim().length >= 3 ? message.trim() : ''
}

const printable = (code: number) => (code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '')

/** True where marks turn letters around, so that a text reads otherwise than it looks. */
export const isTurned = (text: string): boolean => turning.test(text)

/** A run of invisible characters so long that it can only be a code, by its code points; null where there is none. */
export function invisibleCode(text: string): string | null {
  const run = longRun.exec(text)?.[0]
  if (run === undefined) return null
  const names = [...run].map(
    (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
  return names.length > 64 ? `${names.slice(0, 64).join(' ')} … (${names.length})` : names.join(' ')
}
