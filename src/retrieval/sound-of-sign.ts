import { pinyin } from 'pinyin-pro'

/** The toneless pinyin of one character in its most usual reading (ü as v); '' for what has none. */
export const soundOfSign = (sign: string): string =>
  pinyin(sign, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' })[0] ?? ''
