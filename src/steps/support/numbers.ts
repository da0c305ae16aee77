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
const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
  half: 0.5,
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

const pattern =
  /(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万|亿|千|百)?|([〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+)(?=\s*(?:个|年|月|日|天|周|小时|分钟|元|角|倍|成|次|人|名|岁|周岁|米|公里|平方|吨|度|级|条|款|项|种|份|张|户|只|学期|学年|季度|工作日|分之|%|％|千米|公斤|克|升|立方|档|分|册|套|间|台|辆|局|层|楼|号))|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half)\b/giu

/** The values of all numbers in a text, Arabic, Chinese or English; "3万" and 30,000 are the same number. */
export function numbersIn(text: string): readonly number[] {
  return [...text.normalize('NFKC').matchAll(pattern)].map(([, arabic, scale, chinese, word]) => {
    if (arabic !== undefined)
      return Number(arabic.replaceAll(/[,，]/gu, '')) * (scale === undefined ? 1 : (scales[scale] ?? 1))
    if (chinese !== undefined) return readChineseNumeral(chinese)
    return words[word?.toLowerCase() ?? ''] ?? Number.NaN
  })
}

/** The text with its numbers taken out, for comparing the words alone. */
export const withoutNumbers = (text: string): string => text.normalize('NFKC').replaceAll(pattern, ' ')
