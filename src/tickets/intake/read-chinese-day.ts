import { day, dayFrom, dayStart, hour, localDay, type Stretch } from './local-day.ts'
import { readNumber } from './read-number.ts'

const count = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)'
const week = '(?:周|星期|礼拜)'

/** A wording of days: its pattern (no groups but named ones) and what it means when the message came. */
interface DayRule {
  pattern: string
  read(groups: Readonly<Record<string, string>>, at: Date): Stretch | null
}

const back = (at: Date, milliseconds: number): Stretch => ({ from: new Date(at.getTime() - milliseconds), to: at })
const number = (text: string | undefined) => (text === '半' ? 0.5 : (readNumber(text ?? '') ?? 1))

const offsets: readonly (readonly [string, number])[] = [
  ['大前(?:天|日|儿)', -3],
  ['前(?:天|日|儿(?!子|童|女))', -2],
  ['昨(?:天|日|儿)', -1],
  ['(?:今(?:天|日|儿)|当天)', 0],
  ['前(?=晚|夜)', -2],
  ['昨(?=晚|夜)', -1],
  ['今(?=早|晚|晨|夜)', 0],
]

/** The last such weekday up to today; `weeks` goes further back by whole calendar weeks, which begin on Monday. */
function weekday(name: string, weeks: number | null, at: Date): Stretch {
  const wanted = '日天'.includes(name) ? 7 : '一二三四五六'.indexOf(name) + 1
  const today = localDay(at).weekday || 7
  if (weeks !== null) return dayFrom(at, wanted - today - 7 * weeks)
  return dayFrom(at, wanted > today ? wanted - today - 7 : wanted - today)
}

const weekOf = (weeks: number, at: Date): Stretch => {
  const monday = weekday('一', weeks, at).from
  return { from: monday, to: new Date(Math.min(monday.getTime() + 7 * day, at.getTime())) }
}

const thirds: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 11],
  上旬: [1, 11],
  中旬: [11, 21],
  中: [11, 21],
  下旬: [21, 32],
  底: [21, 32],
  末: [21, 32],
}

/** A month or a third of it, a day of it where one is named. */
function monthly(year: number, month: number, date: string | undefined, part: string | undefined): Stretch {
  if (date !== undefined) {
    const from = dayStart(year, month, readNumber(date) ?? 1)
    return { from, to: new Date(from.getTime() + day) }
  }
  const [first, last] = thirds[part ?? ''] ?? [1, 32]
  const next = dayStart(year, month + 1, 1)
  return { from: dayStart(year, month, first), to: last === 32 ? next : dayStart(year, month, last) }
}

/** Of a month or day without its year, the last one that has begun. */
function lastBegun(make: (year: number) => Stretch, at: Date): Stretch {
  const { year } = localDay(at)
  const own = make(year)
  return own.from > at ? make(year - 1) : own
}

const part = '(?<third>初|上旬|中旬|下旬|底|末)?'
const dateEnd = '(?:日|号(?!楼|院|线|门|店|桌|铺|房|库|机|口|公馆|池|车|电梯|窗口|柜台|馆|厅|厂|仓|地块|坑|井|文))'
const number2 = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'

/** Whole years, half years and seasons of them, by the months they take up. */
const seasons: Readonly<Record<string, readonly [number, number]>> = {
  春天: [3, 6],
  夏天: [6, 9],
  秋天: [9, 12],
  冬天: [12, 15],
  年初: [1, 3],
  年底: [11, 13],
  上半年: [1, 7],
  下半年: [7, 13],
}

export const dayRules: readonly DayRule[] = [
  {
    pattern: `(?<oldYear>去年|前年|今年)(?<season>春天|夏天|秋天|冬天|年初|年底|上半年|下半年)?(?![\\d一二三四五六七八九十]{1,3}月)`,
    read: ({ oldYear, season }, at) => {
      const year = localDay(at).year - (oldYear === '前年' ? 2 : oldYear === '去年' ? 1 : 0)
      const [first, last] = seasons[season ?? ''] ?? [1, 13]
      return { from: dayStart(year, first, 1), to: dayStart(year, last, 1) }
    },
  },
  ...offsets.map(([pattern, days]): DayRule => ({ pattern, read: (_, at) => dayFrom(at, days) })),
  {
    pattern: `(?<ago>${count})(?:个)?(?<unit>天|周|星期|礼拜|月|年|小时|钟头|分钟)(?:多|左右)?(?:以前|之前|前)(?!台|后)`,
    read: ({ ago, unit = '天' }, at) => {
      const small = { 小时: hour, 钟头: hour, 分钟: 60_000 }[unit]
      if (small !== undefined) return back(at, number(ago) * small)
      const days = { 天: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }[unit] ?? 1
      return dayFrom(at, -Math.round(number(ago) * days))
    },
  },
  {
    pattern: `(?<up>上上|上|本|这)(?:个)?${week}(?<named>[一二三四五六日天])`,
    read: ({ up, named }, at) => weekday(named ?? '一', { 上上: 2, 上: 1 }[up ?? ''] ?? 0, at),
  },
  {
    pattern: `(?<!每个?|下个?)(?:上(?:个)?|这(?:个)?|本)?周末`,
    read: (_, at) => {
      const { from } = weekday('六', 1, at)
      return { from, to: new Date(from.getTime() + 2 * day) }
    },
  },
  { pattern: `上上(?:个)?${week}`, read: (_, at) => weekOf(2, at) },
  { pattern: `上(?:个)?${week}`, read: (_, at) => weekOf(1, at) },
  { pattern: `(?:这|本)(?:个)?${week}`, read: (_, at) => weekOf(0, at) },
  {
    pattern: `(?<!下|每|下个|每个)${week}(?<bare>[一二三四五六日天])`,
    read: ({ bare }, at) => weekday(bare ?? '一', null, at),
  },
  {
    pattern: `(?<y>20\\d\\d)[-/.年](?<m>\\d{1,2})[-/.月](?<d>\\d{1,2})[日号]?`,
    read: ({ y, m, d }) => monthly(Number(y), Number(m), d, undefined),
  },
  {
    pattern: `(?<year>20\\d\\d年|去年|前年|今年)(?<month>${number2})月(?:份)?(?:${part}|(?<date>${number2})${dateEnd})`,
    read: ({ year = '', month, date, third }, at) => {
      const own = localDay(at).year
      const years = { 去年: own - 1, 前年: own - 2, 今年: own }[year] ?? Number(year.slice(0, 4))
      return monthly(years, readNumber(month ?? '') ?? 1, date, third)
    },
  },
  {
    pattern: `(?<oneMonth>${number2})月(?:份)?(?<oneDate>${number2})(?:${dateEnd})`,
    read: ({ oneMonth, oneDate }, at) =>
      lastBegun((year) => monthly(year, readNumber(oneMonth ?? '') ?? 1, oneDate, undefined), at),
  },
  {
    pattern: `(?<feast>国庆|五一|元旦)(?:节|假期|长假|期间|那天|当天)*(?![前后路])`,
    read: ({ feast }, at) => {
      const [month, days] = { 国庆: [10, 7], 五一: [5, 5], 元旦: [1, 1] }[feast ?? ''] ?? [1, 1]
      return lastBegun(
        (year) => ({ from: dayStart(year, month ?? 1, 1), to: dayStart(year, month ?? 1, 1 + (days ?? 1)) }),
        at,
      )
    },
  },
  {
    pattern: `(?:上个?月|这个?月|本月)(?:(?<relDate>${number2})${dateEnd}|(?<relThird>初|上旬|中旬|下旬|底|末))?`,
    read: ({ relDate, relThird, whole = '' }, at) => {
      const { year, month } = localDay(at)
      return monthly(year, whole.startsWith('上') ? month - 1 : month, relDate, relThird)
    },
  },
  {
    pattern: `(?<monthOnly>${number2})月(?:份)?(?<monthThird>初|上旬|中旬|下旬|底|末)|(?<bareMonth>${number2})月份|(?<=[从自到去在])(?<bareMonth2>${number2})月`,
    read: ({ monthOnly, bareMonth, bareMonth2, monthThird }, at) =>
      lastBegun(
        (year) => monthly(year, readNumber(monthOnly ?? bareMonth ?? bareMonth2 ?? '') ?? 1, undefined, monthThird),
        at,
      ),
  },
  {
    pattern: `(?<![\\d.])(?<mm>1[0-2]|[1-9])[./](?<dd>[12]\\d|3[01]|0?[1-9])(?![\\d./元%米公千块])`,
    read: ({ mm, dd }, at) => lastBegun((year) => monthly(year, Number(mm), dd, undefined), at),
  },
  {
    pattern: `(?<![\\d月路街巷道弄第])(?<only>[12]\\d|3[01]|[二]?十[一二三四五六七八九]?)${dateEnd}(?![\\u4e00-\\u9fff]*(?:楼|弄))`,
    read: ({ only }, at) => {
      const { year, month, date } = localDay(at)
      const wanted = readNumber(only ?? '') ?? date
      return monthly(year, wanted > date ? month - 1 : month, String(wanted), undefined)
    },
  },
]
