import { readChineseNumeral } from './chinese-numeral.ts'

/** What a number counts. Two quantities compete for the same blank only within a group. */
export interface Quantity {
  value: number
  /** 'percent', 'money', 'day', 'workday' …, or the measure word itself; '' where none follows. */
  unit: string
  group: string
  /** Whether it is a least or a most; null where it is exact. */
  bound: 'least' | 'most' | null
  /** Whether it runs before or after an event. */
  side: 'before' | 'after' | null
  /** 'year' in "each year 200 yuan"; null for once. */
  per: string | null
  /** [start, end) in the text. */
  start: number
  end: number
}

const numeral = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]'
const english: Readonly<Record<string, number>> = {
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
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  hundred: 100,
}
const months = 'january february march april may june july august september october november december'.split(' ')

/** Units by class, most telling first: what a number is followed by. */
const units: readonly (readonly [string, RegExp])[] = [
  ['point', /^个?百分点|^percentage points?/u],
  ['percent', /^[%％]/u],
  ['tenth', /^成(?!年|人|员|立)/u],
  ['money', /^(?:元|块钱?|角|yuan|rmb|cny)/u],
  ['workday', /^个?(?:工作日|working days?|business days?|work(?:ing)?-days?)/u],
  ['age', /^岁|^years? (?:old|of age)|^-year-olds?/u],
  ['day', /^(?:日|天|(?:calendar )?days?)/u],
  ['week', /^(?:个?星期|周|weeks?)/u],
  ['month', /^(?:个?月|(?:calendar )?months?)/u],
  ['year', /^(?:周?年|years?)/u],
  ['hour', /^(?:个?小时|hours?)/u],
  ['minute', /^(?:分钟|minutes?)/u],
  ['metre', /^(?:米|metres?|meters?)/u],
  ['centimetre', /^(?:厘米|cm|公分)/u],
  ['kilometre', /^(?:公里|千米|km)/u],
  ['person', /^(?:人|名|people|persons?)/u],
  [
    'measure',
    /^(?:个|次|倍|户|只|条|款|项|种|份|张|级|类|档|期|平方米|平方|吨|度|公斤|克|升|立方米|立方|套|间|台|辆|层|楼|号|学期|学年|季度|周期|点|分)/u,
  ],
]
const groups: Readonly<Record<string, string>> = {
  percent: 'much',
  tenth: 'much',
  money: 'much',
  point: 'much',
  word: 'much',
  workday: 'time',
  day: 'time',
  week: 'time',
  month: 'time',
  year: 'time',
  hour: 'time',
  minute: 'time',
}

/** Words that stand for an amount. */
const amountWords: readonly (readonly [string, RegExp])[] = [
  ['free', /免费|\bfree\b|\bnothing\b/gu],
  ['half', /减半|半价|折半|\bhalf\b/gu],
  ['whole', /全额|\bwhole (?:balance|amount)\b|\bin full\b/gu],
  ['none', /不设|不再?收取|不再?补|不予/gu],
]

const found = new RegExp(
  [
    `(?<clock>\\d{1,2}:\\d{2})`,
    `(?<month>\\d{1,2})月(?<day>\\d{1,2})日`,
    `(?<enDay>\\d{1,2})(?:st|nd|rd|th)? (?<enMonth>${months.join('|')})\\b`,
    `\\b(?<monthEn>${months.join('|')}) (?<dayEn>\\d{1,2})\\b`,
    `半(?:个)?(?<halfOf>年|月|小时|天)`,
    `百分之(?<hundredth>[\\d.]+|${numeral}+)`,
    `(?<below>${numeral}+|\\d+)分之(?<above>${numeral}+|\\d+)`,
    `(?<ordinal>第)?(?:(?<arabic>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s?(?<scale>[万亿千百](?!分))?|(?<chinese>${numeral}+)|\\b(?<word>${Object.keys(english).join('|')})\\b)`,
  ].join('|'),
  'gu',
)
const scales: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }
const range = new RegExp(`^\\s?(?:至|到|-|~|—|–|或|、|to|and|or)\\s?(?:\\d[\\d,.]*|${numeral}+)\\s?[万亿千百]?`, 'u')

/** What follows a number: its unit, past the end of a range. */
function unitAfter(rest: string): { unit: string; length: number } {
  const skipped = /^\s?(?:多|余|来|-)?\s?/u.exec(rest)?.[0].length ?? 0
  const after = rest.slice(skipped)
  for (const [unit, sign] of units) {
    const match = sign.exec(after)
    if (match !== null) return { unit: unit === 'measure' ? match[0] : unit, length: skipped + match[0].length }
  }
  const further = range.exec(rest)
  return further === null ? { unit: '', length: 0 } : { unit: unitAfter(rest.slice(further[0].length)).unit, length: 0 }
}

const boundWord = /(?:至少|超过|满|高于|多于|大于|至多|低于|少于|at least|at most|within)\s?$/u

const boundOf = (before: string, after: string): Quantity['bound'] => {
  if (
    /(?:至少|超过|满|高于|多于|大于|at least|over|more than|from|older than|taller than)(?:有|为|达|是|\s)?$/u.test(
      before,
    )
  )
    return 'least'
  if (/(?:至多|低于|少于|不到|at most|under|less than|within|below|younger than)(?:有|为|达|是|\s)?$/u.test(before))
    return 'most'
  if (/^(?:及|\(含\))?以上|^ or (?:more|over|above|older)/u.test(after)) return 'least'
  return /^(?:及|\(含\))?以下|^(?:之|以)?内|^ or (?:less|under|below|younger)/u.test(after) ? 'most' : null
}

const sideOf = (before: string, after: string): Quantity['side'] => {
  if (/(?:前|before)[的 ]{0,2}$/u.test(before) || /^(?:之|以)?前| before\b/u.test(after)) return 'before'
  return /(?:后|起|after)[的 ]{0,2}$/u.test(before) || /^(?:之|以)?后|^ after\b/u.test(after) ? 'after' : null
}

const perOf = (before: string, after: string): string | null => {
  const said = /每(?:人|户|台|只|张|名)*(?:每)?(年|月|日|天|周|小时|次|学期)[^每]{0,14}$/u.exec(before)?.[1]
  return (
    said ??
    /^\s?(?:\/|每|(?:for )?(?:an? |per |each |every ))\s?(年|月|日|天|次|小时|year|month|day|week|hour)/u.exec(
      after,
    )?.[1] ??
    null
  )
}

interface Read {
  value: number
  unit?: string
}

const valueOf = (text: string): number => (/^[\d.]+$/u.test(text) ? Number(text) : readChineseNumeral(text))

/** Reads a match: a value, with its unit where the match itself tells. */
function readMatch(groups: Readonly<Record<string, string | undefined>>): Read {
  const {
    halfOf,
    clock,
    month,
    day,
    enDay,
    enMonth,
    dayEn,
    monthEn,
    hundredth,
    below,
    above,
    arabic,
    scale,
    chinese,
    word,
  } = groups
  if (clock !== undefined) return { value: Number(clock.replace(':', '.')), unit: 'clock' }
  if (month !== undefined) return { value: Number(month) * 100 + Number(day), unit: 'date' }
  const named = enMonth ?? monthEn
  if (named !== undefined) return { value: (months.indexOf(named) + 1) * 100 + Number(enDay ?? dayEn), unit: 'date' }
  if (halfOf !== undefined) return { value: 0.5, unit: unitAfter(halfOf === '月' ? '个月' : halfOf).unit }
  if (hundredth !== undefined) return { value: valueOf(hundredth), unit: 'percent' }
  if (below !== undefined) return { value: valueOf(above ?? '') / valueOf(below), unit: 'fraction' }
  if (arabic !== undefined) return { value: Number(arabic.replaceAll(',', '')) * (scales[scale ?? ''] ?? 1) }
  return { value: chinese === undefined ? (english[word ?? ''] ?? Number.NaN) : readChineseNumeral(chinese) }
}

/** A Chinese numeral without a unit, or after 同, is a part of a word: 一律, 十分, 同一年度. */
const isWord = (text: string, { index, groups }: RegExpExecArray, unit: string): boolean =>
  groups?.['chinese'] !== undefined &&
  groups['ordinal'] === undefined &&
  (unit === '' || /[同统另任唯单]$/u.test(text.slice(0, index)))

function quantityAt(text: string, match: RegExpExecArray): Quantity[] {
  const read = readMatch(match.groups ?? {})
  const numberEnd = match.index + match[0].length
  const next = read.unit === undefined ? unitAfter(text.slice(numberEnd)) : { unit: read.unit, length: 0 }
  if (isWord(text, match, next.unit)) return []
  const end = numberEnd + next.length
  const [before, after] = [text.slice(Math.max(0, match.index - 20), match.index), text.slice(end, end + 20)]
  const named = match.groups?.['ordinal'] === undefined ? next.unit : `第${next.unit}`
  const tenth = named === 'tenth'
  return [
    {
      value: tenth ? read.value * 10 : read.value,
      unit: tenth ? 'percent' : named,
      group: groups[named] ?? named,
      bound: boundOf(before, after),
      side: sideOf(before, after),
      per: perOf(before, after),
      start: match.index - (boundWord.exec(before)?.[0].length ?? 0),
      end: end + (/^(?:及|\(含\))?(?:以[上下]|(?:之|以)?内)/u.exec(after)?.[0].length ?? 0),
    },
  ]
}

const joint = /^\s?(?:至|到|-|~|—|–|to)\s?$/u

/** The end of a range runs before or after the event that its start does. */
const shareSides = (text: string, quantities: readonly Quantity[]): readonly Quantity[] =>
  quantities.map((quantity, index) => {
    const earlier = quantities[index - 1]
    const joined = earlier !== undefined && joint.test(text.slice(earlier.end, quantity.start))
    return joined ? { ...quantity, side: quantity.side ?? earlier.side } : quantity
  })

/** All quantities in a text in its canonical wording, "免费" and "减半" among them. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const words = amountWords.flatMap(([unit, sign]) =>
    [...text.matchAll(sign)].map(({ index, 0: word }): Quantity => ({
      value: 0,
      unit,
      group: 'much',
      bound: null,
      side: null,
      per: null,
      start: index,
      end: index + word.length,
    })),
  )
  return [
    ...shareSides(
      text,
      [...text.matchAll(found)].flatMap((match) => quantityAt(text, match)),
    ),
    ...words,
  ]
}

const sameUnit = (a: string, b: string) => a === b || a === '' || b === ''
const agree = <T>(a: T | null, b: T | null) => a === null || b === null || a === b

/** Whether a quantity said is one that stands in a quote: a day is no working day, "at least" no "at most". */
export const sameQuantity = (said: Quantity, quoted: Quantity): boolean =>
  Math.abs(said.value - quoted.value) < 1e-9 &&
  sameUnit(said.unit, quoted.unit) &&
  agree(said.bound, quoted.bound) &&
  agree(said.side, quoted.side) &&
  agree(said.per, quoted.per)
