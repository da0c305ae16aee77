const chineseDigits = '〇一二三四五六七八九'

/** "二〇二六年一月十五日" with its digits as Arabic ones; anything else as it is. */
function withArabicDigits(text: string): string {
  return text
    .replaceAll('○', '〇')
    .replaceAll('零', '〇')
    .replaceAll(/[二三]?十[一二三四五六七八九]?(?=[月日])/gu, (tens) => {
      const [before, after] = tens.split('十')
      const digit = (sign: string | undefined, otherwise: number) =>
        sign === undefined || sign === '' ? otherwise : chineseDigits.indexOf(sign)
      return String(10 * digit(before, 1) + digit(after, 0))
    })
    .replaceAll(/[〇一二三四五六七八九]/gu, (sign) => String(chineseDigits.indexOf(sign)))
}

const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * '2024-1-5', '2024年1月5日', '2024/01/05', '20240105' or '二〇二四年一月五日' as an ISO day; null for anything else. Where only the month
 * is told, `edge` says which of its days is meant.
 */
export function parseDay(text: string | null, edge: 'first' | 'last' = 'first'): string | null {
  const found = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})(?:\s*[-/.月]?\s*(\d{1,2})(?!\d)|\s*月?\s*$)/u.exec(
    withArabicDigits((text ?? '').trim()),
  )
  const [year, month] = [Number(found?.[1]), Number(found?.[2])]
  if (found === null || month < 1 || month > 12) return null
  const last = lastDayOf(year, month)
  const day = found[3] === undefined ? (edge === 'first' ? 1 : last) : Number(found[3])
  if (day < 1 || day > last) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
