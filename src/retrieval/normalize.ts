import { Converter } from 'opencc-js/t2cn'

/** What the dictionaries leave alone; for matching the two spellings are one. */
const leftOver: Readonly<Record<string, string>> = { 後: '后', 馀: '余', 麽: '么' }

const simplify = Converter({ from: 't', to: 'cn' })

/**
 * Text as it is compared: full-width forms made narrow (NFKC), traditional characters simplified, Latin letters lower-cased.
 * For matching only; what people read keeps its own characters, and offsets do not carry over.
 */
export const normalize = (text: string): string =>
  simplify(text.normalize('NFKC').toLowerCase()).replaceAll(/[後馀麽]/gu, (sign: string) => leftOver[sign] ?? sign)
