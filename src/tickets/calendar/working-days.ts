import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { statutoryDays } from './statutory-days.ts'
import { weekday, type Day } from './zone.ts'

export interface WorkingDays {
  isWorking(day: Day): boolean
  /** Whether the year's days off have been announced. Else Monday to Friday count, but for the days that the law itself names. */
  knows(year: number): boolean
}

export interface WorkingDayOptions {
  /** 'china': the State Council's yearly notices, moved working days (调休) included. 'own': weekends and the days given here alone. */
  holidays: 'china' | 'own'
  off: readonly Day[]
  working: readonly Day[]
}

/**
 * The State Council's notices, as tables by day. The package's functions are not used: they take the day from the machine's time zone and
 * are a day off west of London.
 */
const announced = {
  off: new Set(Object.keys(notices.holidays)),
  working: new Set(Object.keys(notices.workdays)),
  years: new Set(
    [...Object.keys(notices.holidays), ...Object.keys(notices.workdays)].map((day) => Number(day.slice(0, 4))),
  ),
}
const yearOf = (day: Day) => Number(day.slice(0, 4))
const isWeekend = (day: Day) => [0, 6].includes(weekday(day))

/** Which days an office works. Days given by the city come before everything else. */
export function createWorkingDays({ holidays, off, working }: WorkingDayOptions): WorkingDays {
  const own = new Map([...off.map((day) => [day, false] as const), ...working.map((day) => [day, true] as const)])
  const ownYears = new Set([...own.keys()].map(yearOf))
  const statutory = new Map<number, ReadonlySet<Day>>()
  const byLaw = (day: Day): boolean => {
    const year = yearOf(day)
    const named = statutory.get(year) ?? statutoryDays(year)
    statutory.set(year, named)
    return !isWeekend(day) && !named.has(day)
  }
  const standard = (day: Day): boolean => {
    if (holidays === 'own') return !isWeekend(day)
    if (!announced.years.has(yearOf(day))) return byLaw(day)
    return announced.working.has(day) || (!isWeekend(day) && !announced.off.has(day))
  }
  return {
    isWorking: (day) => own.get(day) ?? standard(day),
    knows: (year) => holidays === 'own' || ownYears.has(year) || announced.years.has(year),
  }
}
