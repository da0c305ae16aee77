/** Characters that hide digits or words from rules and readers alike, and halves of characters that no one can read. */
const invisible =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0]|\p{Cc}(?<![\n\t])|\p{Cs}|[\u{e0000}-\u{e007f}]/gu
/** Full-width and styled letters, digits and the marks between them ("１３８", "𝟏𝟑𝟖"). */
const styled = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0b\uff0d\uff0e\uff0f\uff20\u3000]|[\u{1d400}-\u{1d7ff}]/gu
/** Digits of the Arabic scripts; their values lie in the last four bits. */
const arabic = /[\u0660-\u0669\u06f0-\u06f9]/gu

/** The text as a reader sees it: without what cannot be seen, letters and digits in their plain forms. Chinese punctuation stays. */
export const visibleText = (text: string): string =>
  text
    .replaceAll(invisible, '')
    .replaceAll(styled, (char) => char.normalize('NFKC'))
    .replaceAll(arabic, (char) => String(char.charCodeAt(0) & 15))
