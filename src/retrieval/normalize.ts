import { Converter } from 'opencc-js/t2cn'

/** What the dictionaries leave alone; for matching the two spellings are one. */
const leftOver: Readonly<Record<string, string>> = { 後: '后', 馀: '余', 麽: '么' }

const convert = Converter({ from: 't', to: 'cn' })
const simplify = (text: string) => convert(text).replaceAll(/[後馀麽]/gu, (sign: string) => leftOver[sign] ?? sign)

/**
 * Text as it is compared: full-width forms made narrow (NFKC), traditional characters simplified, Latin letters lower-cased.
 * For matching only; what people read keeps its own characters, and offsets do not carry over.
 */
export const normalize = (text: string): string => simplify(text.normalize('NFKC').toLowerCase())

/** Text as a model takes it: simplified and lower-cased, full-width letters and figures made narrow, Chinese punctuation kept. */
export const normalizeForModel = (text: string): string =>
  simplify(text.toLowerCase()).replaceAll(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu, (sign: string) =>
    sign.normalize('NFKC'),
  )
