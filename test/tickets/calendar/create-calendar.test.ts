import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, type CalendarOptions } from '../../../src/tickets/calendar/create-calendar.ts'
import { statutoryDays } from '../../../src/tickets/calendar/statutory-days.ts'
import type { Duration } from '../../../src/tickets/duration.ts'

const china: CalendarOptions = {
  timeZone: 'Asia/Shanghai',
  hours: [
    { from: 9 * 60, to: 12 * 60 },
    { from: 13 * 60, to: 17 * 60 },
  ],
  holidays: 'china',
  off: [],
  working: [],
}
const calendar = createCalendar(china)
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
const shown = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const add = (from: string, count: number, unit: Duration['unit']) => shown(calendar.add(at(from), { count, unit }))

describe('hours', () => {
  it('go by the clock, through the night and the National Day holiday', () => {
    expect(add('2026-10-01 23:30', 2, 'hours')).toBe('2026-10-02 01:30')
    expect(add('2026-10-01 23:30', 24, 'hours')).toBe('2026-10-02 23:30')
    expect(add('2026-12-31 23:59', 30, 'minutes')).toBe('2027-01-01 00:29')
  })
})

describe('working days', () => {
  it('begin on the day after and end when the office closes', () => {
    expect(add('2026-11-23 00:01', 1, 'working-days')).toBe('2026-11-24 17:00')
    expect(add('2026-11-23 23:59', 1, 'working-days')).toBe('2026-11-24 17:00')
  })

  it('leave out weekends', () => {
    expect(add('2026-11-27 10:00', 1, 'working-days')).toBe('2026-11-30 17:00')
    expect(add('2026-11-28 10:00', 1, 'working-days')).toBe('2026-11-30 17:00')
  })

  it('count the Saturday on which offices work for a moved day, and leave out the holiday', () => {
    expect(add('2026-09-30 10:00', 1, 'working-days')).toBe('2026-10-08 17:00')
    expect(add('2026-10-08 10:00', 2, 'working-days')).toBe('2026-10-10 17:00')
    expect(add('2026-02-13 10:00', 1, 'working-days')).toBe('2026-02-14 17:00')
    expect(add('2026-02-14 10:00', 1, 'working-days')).toBe('2026-02-24 17:00')
  })
})

describe('calendar days', () => {
  it('count every day, and a last day off moves to the next working day', () => {
    expect(add('2026-11-23 16:00', 7, 'calendar-days')).toBe('2026-11-30 17:00')
    expect(add('2026-11-21 16:00', 7, 'calendar-days')).toBe('2026-11-30 17:00')
    expect(add('2026-09-27 08:00', 7, 'calendar-days')).toBe('2026-10-08 17:00')
    expect(add('2026-10-03 08:00', 7, 'calendar-days')).toBe('2026-10-10 17:00')
  })
})

describe('working hours', () => {
  it('count while the office is open, not at noon, at night or on days off', () => {
    expect(add('2026-11-23 10:00', 4, 'working-hours')).toBe('2026-11-23 15:00')
    expect(add('2026-11-23 16:00', 4, 'working-hours')).toBe('2026-11-24 12:00')
    expect(add('2026-11-27 20:00', 1, 'working-hours')).toBe('2026-11-30 10:00')
    expect(add('2026-09-30 16:00', 2, 'working-hours')).toBe('2026-10-08 10:00')
  })
})

describe('a reminder', () => {
  it('lies working days before a due date at the same time of day', () => {
    const before = (due: string, count: number, unit: Duration['unit']) =>
      shown(calendar.before(at(due), { count, unit }))
    expect(before('2026-11-30 17:00', 1, 'working-days')).toBe('2026-11-27 17:00')
    expect(before('2026-10-08 17:00', 1, 'working-days')).toBe('2026-09-30 17:00')
    expect(before('2026-11-30 17:00', 2, 'calendar-days')).toBe('2026-11-28 17:00')
    expect(before('2026-11-30 00:10', 30, 'minutes')).toBe('2026-11-29 23:40')
  })
})

describe('a pause', () => {
  const after = (due: string, since: string, until: string, unit: Duration['unit']) =>
    shown(calendar.afterPause(at(due), { since: at(since), until: at(until) }, unit))

  it('moves a limit in days by the working time that it lasted', () => {
    expect(after('2026-11-27 17:00', '2026-11-23 10:00', '2026-11-25 10:00', 'working-days')).toBe('2026-12-01 17:00')
    expect(after('2026-11-27 17:00', '2026-11-23 10:00', '2026-11-23 11:30', 'calendar-days')).toBe('2026-11-30 10:30')
  })

  it('over a weekend moves nothing', () => {
    expect(after('2026-11-27 17:00', '2026-11-21 00:00', '2026-11-22 23:00', 'calendar-days')).toBe('2026-11-27 17:00')
  })

  it('moves a limit in hours by the clock', () => {
    expect(after('2026-11-22 17:00', '2026-11-21 00:00', '2026-11-21 05:00', 'hours')).toBe('2026-11-22 22:00')
  })

  it('never gives more working time than it took', () => {
    const moment = fc.date({ min: at('2025-01-01 00:00'), max: at('2027-06-01 00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, moment, fc.nat(40 * 86_400_000), (due, since, length) => {
        const until = new Date(since.getTime() + length)
        const moved = calendar.afterPause(due, { since, until }, 'working-days')
        expect(calendar.openBetween(due, moved)).toBe(calendar.openBetween(since, until))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a year whose days off are not announced', () => {
  it('is known as such', () => {
    expect([2025, 2026, 2027, 2040].map(calendar.knows)).toEqual([true, true, false, false])
  })

  it('has Monday to Friday as working days, but for what the law names: 2027', () => {
    const off = (month: string) =>
      Array.from({ length: 31 }, (_, index) => `2027-${month}-${String(index + 1).padStart(2, '0')}`).filter(
        (day) => new Date(day).getUTCMonth() + 1 === Number(month) && !calendar.isWorking(day) && weekday(day),
      )
    expect(off('01')).toEqual(['2027-01-01'])
    // The eve is Friday 5 February; the first to the third day of the lunar year are 6 to 8 February.
    expect(off('02')).toEqual(['2027-02-05', '2027-02-08'])
    expect(off('04')).toEqual(['2027-04-05'])
    expect(off('05')).toEqual([])
    expect(off('06')).toEqual(['2027-06-09'])
    expect(off('09')).toEqual(['2027-09-15'])
    expect(off('10')).toEqual(['2027-10-01'])
  })

  it('is counted rightly in years with a leap month', () => {
    const days = (year: number) => [...statutoryDays(year)]
    expect(days(2025)).toEqual(
      expect.arrayContaining(['2025-01-28', '2025-01-31', '2025-04-04', '2025-05-31', '2025-10-06']),
    )
    expect(days(2023)).toEqual(
      expect.arrayContaining(['2023-01-21', '2023-01-24', '2023-04-05', '2023-06-22', '2023-09-29']),
    )
    expect(days(2028)).toEqual(expect.arrayContaining(['2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03']))
  })

  it('follows the city as soon as it enters the notice', () => {
    const told = createCalendar({ ...china, off: ['2027-02-09'], working: ['2027-02-20'] })
    expect(told.knows(2027)).toBe(true)
    expect(told.isWorking('2027-02-09')).toBe(false)
    expect(told.isWorking('2027-02-20')).toBe(true)
  })
})

describe('a city elsewhere', () => {
  const chicago = createCalendar({ ...china, timeZone: 'America/Chicago', holidays: 'own', off: ['2026-11-26'] })

  it('has its own days off and its own midnight', () => {
    const due = chicago.add(new Date('2026-11-25T22:00:00-06:00'), { count: 1, unit: 'working-days' })
    expect(due).toEqual(new Date('2026-11-27T17:00:00-06:00'))
    expect(chicago.isWorking('2026-10-01')).toBe(true)
    expect(chicago.knows(2099)).toBe(true)
  })

  it('keeps its office hours when the clocks change', () => {
    const closes = (from: string) => chicago.add(new Date(from), { count: 1, unit: 'working-days' })
    expect(closes('2026-03-06T12:00:00-06:00')).toEqual(new Date('2026-03-09T17:00:00-05:00'))
    expect(closes('2026-10-30T12:00:00-05:00')).toEqual(new Date('2026-11-02T17:00:00-06:00'))
  })

  it('fails where no day works', () => {
    const off = Array.from({ length: 90 }, (_, day) => new Date(Date.UTC(2026, 0, day + 1)).toISOString().slice(0, 10))
    const closed = createCalendar({ ...china, holidays: 'own', off })
    expect(() => closed.add(at('2026-01-01 09:00'), { count: 1, unit: 'working-days' })).toThrow('no working day')
    expect(() => closed.add(at('2026-01-01 09:00'), { count: 1, unit: 'working-hours' })).toThrow('no working day')
  })
})

describe('more of a unit', () => {
  it('never ends earlier', () => {
    const units = ['minutes', 'hours', 'working-hours', 'calendar-days', 'working-days'] as const
    const from = fc.date({ min: at('2024-01-01 00:00'), max: at('2028-12-01 00:00'), noInvalidDate: true })
    fc.assert(
      fc.property(from, fc.constantFrom(...units), fc.nat(40), (start, unit, count) => {
        const due = calendar.add(start, { count, unit })
        expect(calendar.add(start, { count: count + 1, unit }).getTime()).toBeGreaterThanOrEqual(due.getTime())
        if (count > 0) expect(due.getTime()).toBeGreaterThan(start.getTime())
      }),
      { numRuns: 300 },
    )
  })
})

const weekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay())
