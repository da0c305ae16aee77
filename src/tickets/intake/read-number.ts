const digits = '零一二三四五六七八九'

/** A Chinese or Arabic whole number from 0 to 99 ("十一", "二十三", "两", "11"); null for anything else. */
export function readNumber(text: string): number | null {
  if (/^\d{1,4}$/u.test(text)) return Number(text)
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零').replaceAll('廿', '二十')
  const match = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/u.exec(plain)
  if (match === null || plain === '') return null
  const [, tens = '', ten = '', ones = ''] = match
  if (ten === '') return tens !== '' && ones !== '' ? null : digits.indexOf(tens + ones)
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones))
}
