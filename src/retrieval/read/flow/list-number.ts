const digits = '〇一二三四五六七八九'
const legalDigits = '零壹贰叁肆伍陆柒捌玖'

function counting(value: number, names: string, units: readonly string[], oneTen: boolean): string {
  const zero = names[0] ?? ''
  const places = [...String(value)].map(Number)
  const written = places
    .map((digit, index) => (digit === 0 ? zero : `${names[digit] ?? ''}${units[places.length - 1 - index] ?? ''}`))
    .join('')
    .replaceAll(new RegExp(`${zero}+`, 'gu'), '零')
    .replace(/零$/u, '')
  return oneTen && written.startsWith('一十') ? written.slice(1) : written
}

const chinese = (value: number) => counting(value, digits, ['', '十', '百', '千'], true)
const legal = (value: number) => counting(value, legalDigits, ['', '拾', '佰', '仟'], false)
const inDigits = (value: number, names: string) =>
  [...String(value)].map((digit) => names[Number(digit)] ?? '').join('')

function roman(value: number): string {
  const steps = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ] as const // prettier-ignore
  let left = value
  return steps
    .map(([amount, sign]) => {
      const times = Math.floor(left / amount)
      left -= times * amount
      return sign.repeat(times)
    })
    .join('')
}

const letters = (value: number) => String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
const sign = (first: number, value: number, count: number, otherwise: string) =>
  value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : otherwise
const fullWidth = (value: number) => inDigits(value, '０１２３４５６７８９')
const ordinalEnding = (value: number) =>
  /1[123]$/u.test(String(value)) ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')

const writers: Readonly<Record<string, (value: number) => string>> = {
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  ordinal: (value) => `${value}${ordinalEnding(value)}`,
  ideographDigital: (value) => inDigits(value, digits),
  taiwaneseDigital: (value) => inDigits(value, digits),
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  japaneseLegal: legal,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalEnclosedCircle: (value) => sign(0x2460, value, 20, `(${value})`),
  decimalEnclosedCircleChinese: (value) => sign(0x2460, value, 20, `(${value})`),
  decimalEnclosedFullstop: (value) => `${value}.`,
  decimalEnclosedParen: (value) => `(${value})`,
  ideographEnclosedCircle: (value) => sign(0x3220, value, 10, `(${chinese(value)})`),
  ideographTraditional: (value) => '甲乙丙丁戊己庚辛壬癸'[(value - 1) % 10] ?? '',
  ideographZodiac: (value) => '子丑寅卯辰巳午未申酉戌亥'[(value - 1) % 12] ?? '',
  none: () => '',
}

/** Writes a list number in one of Office Open XML's number formats; one that is not known counts in Arabic digits. */
export const listNumber = (value: number, format: string): string =>
  value < 1 || value > 9999 ? String(value) : (writers[format] ?? String)(value)

/** The same formats by the codes that Word 97–2003 and RTF use. */
const codes: Readonly<Record<number, string>> = {
  1: 'upperRoman', 2: 'lowerRoman', 3: 'upperLetter', 4: 'lowerLetter', 5: 'ordinal',
  10: 'ideographDigital', 11: 'japaneseCounting', 14: 'decimalFullWidth', 16: 'japaneseLegal', 18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2', 22: 'decimalZero', 23: 'bullet', 26: 'decimalEnclosedFullstop', 27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese', 29: 'ideographEnclosedCircle', 30: 'ideographTraditional', 31: 'ideographZodiac',
  33: 'taiwaneseCounting', 34: 'ideographLegalTraditional', 35: 'taiwaneseCountingThousand', 36: 'taiwaneseDigital',
  37: 'chineseCounting', 38: 'chineseLegalSimplified', 39: 'chineseCountingThousand', 255: 'none',
} // prettier-ignore

export const numberFormat = (code: number): string => codes[code] ?? 'decimal'
