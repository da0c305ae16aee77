import chineseDays from 'chinese-days'
import { addDays, type Day } from './zone.ts'

/** A day on which a lunar year begins, from which the others are counted. */
const knownNewYear = { year: 2024, day: '2024-02-10' }
const monthsOf = (year: number): readonly number[] => {
  const { leapMonth, days } = chineseDays.getYearLeapMonth(year)
  const months = Array.from({ length: 12 }, (_, index) => chineseDays.monthDays(year, index + 1))
  // A leap month follows the month whose number it has.
  return leapMonth === undefined ? months : months.toSpliced(leapMonth, 0, days)
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** The first day of the lunar year. Counted in days: the package's own conversion depends on the machine's time zone. */
function newYearOf(year: number): Day {
  let day: Day = knownNewYear.day
  for (let each = knownNewYear.year; each < year; each += 1) day = addDays(day, sum(monthsOf(each)))
  for (let each = knownNewYear.year - 1; each >= year; each -= 1) day = addDays(day, -sum(monthsOf(each)))
  return day
}

function lunarDay(year: number, month: number, date: number): Day {
  const leap = chineseDays.getYearLeapMonth(year).leapMonth
  const before = month - 1 + (leap !== undefined && leap < month ? 1 : 0)
  return addDays(newYearOf(year), sum(monthsOf(year).slice(0, before)) + date - 1)
}

/** The day on which the sun reaches 15°: the usual approximation for this century. */
const qingming = (year: number): Day => {
  const inCentury = year % 100
  return `${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`
}

const run = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, index) => addDays(first, index))

/**
 * The days off that the law itself names for a year, before the yearly notice moves weekends around them: Regulation on Public Holidays
 * for National Annual Festivals and Memorial Days (全国年节及纪念日放假办法) as amended in 2024, article 2. Good for 2000 to 2099.
 */
export const statutoryDays = (year: number): ReadonlySet<Day> =>
  new Set([
    `${year}-01-01`,
    ...run(addDays(newYearOf(year), -1), 4),
    qingming(year),
    ...run(`${year}-05-01`, 2),
    lunarDay(year, 5, 5),
    lunarDay(year, 8, 15),
    ...run(`${year}-10-01`, 3),
  ])
