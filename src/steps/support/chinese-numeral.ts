const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}
const scales: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
  万: 10_000,
  亿: 100_000_000,
}
/** Reads a Chinese numeral such as 二十四, 一百五 or 二〇二六. */
export function readChineseNumeral(text: string): number {
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(text)) return Number([...text].map((char) => digits[char] ?? 0).join(''))
  let [total, section, digit, last] = [0, 0, 0, 1]
  for (const char of text) {
    const scale = scales[char]
    if (scale === undefined) digit = digits[char] ?? 0
    else if (scale >= 10_000) {
      total = (total + section + digit) * scale
      ;[section, digit, last] = [0, 0, scale]
    } else {
      section += (digit === 0 ? 1 : digit) * scale
      ;[digit, last] = [0, scale]
    }
  }
  const shortened = /[百千万]$/u.test(text.slice(0, -1)) ? last / 10 : 1
  return total + section + digit * shortened
}
