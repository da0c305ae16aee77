/** Characters that no text has. */
const unfit = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff]/u
/** What browsers, shells and systems would run. */
const programs = /^\s*(?:<(?:!doctype|html|head|body|script|svg|\?xml|\?php)\b|#!|MZ)/iu

function decode(content: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch {
    return null
  }
}

const encodingsOf = ([first, second]: Uint8Array) =>
  first === 0xff && second === 0xfe
    ? ['utf-16le']
    : first === 0xfe && second === 0xff
      ? ['utf-16be']
      : ['utf-8', 'gb18030', 'big5']

/** A text in any encoding that people here save texts in; null for what is no text, or more than one. */
export function readText(content: Uint8Array): string | null {
  for (const encoding of encodingsOf(content)) {
    const text = decode(content, encoding)
    if (text !== null && !unfit.test(text)) return programs.test(text) ? null : text
  }
  return null
}
