/** What Windows sets in the places that ISO 8859-1 keeps for controls, from 0x80; a space stands for a place without a sign. */
const windowsSigns = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** Puts the signs of Windows-1252 for the controls in a text that was widened byte by byte. */
export const withWindowsSigns = (text: string): string =>
  text.replaceAll(/[\u0080-\u009f]/gu, (sign) => (windowsSigns[sign.charCodeAt(0) - 0x80] ?? ' ').trim())

/** Decodes Windows-1252. Node 20 decodes it as ISO 8859-1, which loses quotes and dashes. */
export const decodeWestern = (bytes: Uint8Array): string =>
  withWindowsSigns(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))

/** True for bytes that are Western rather than Chinese: accents and quotes stand alone, Chinese characters come in pairs. */
export function looksWestern(bytes: Uint8Array): boolean {
  let alone = 0
  let high = 0
  const sample = bytes.subarray(0, 100_000)
  for (let at = 0; at < sample.length; at += 1) {
    if ((sample[at] ?? 0) < 0x80) continue
    let end = at
    while ((sample[end] ?? 0) >= 0x80) end += 1
    high += end - at
    if (end - at === 1) alone += 1
    at = end
  }
  return high > 0 && alone > high * 0.5
}
