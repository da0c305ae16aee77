import type { Duration } from '../duration.ts'
import { createWorkingDays, type WorkingDayOptions } from './working-days.ts'
import { addDays, createZone, type Day, type Zone } from './zone.ts'

/** Counts time as an office does. */
export interface Calendar {
  /** When a time that begins at `from` is over. */
  add(from: Date, duration: Duration): Date
  /** The moment that lies so long before another: for reminders. */
  before(due: Date, duration: Duration): Date
  /** Where a limit in this unit lies after its clock stood still: by the clock for hours, in working time for days. */
  afterPause(due: Date, pause: { since: Date; until: Date }, unit: Duration['unit']): Date
  /** How long the office is open between two moments, milliseconds. */
  openBetween(from: Date, to: Date): number
  isWorking(day: Day): boolean
  /** Whether the days off of a year have been announced. */
  knows(year: number): boolean
  dayOf(at: Date): Day
}

/** An office's opening and closing, minutes after midnight. */
export interface OpenTime {
  from: number
  to: number
}

export interface CalendarOptions extends WorkingDayOptions {
  timeZone: string
  /** In order, not overlapping; the last of them ends the day. */
  hours: readonly OpenTime[]
}

const minute = 60_000
/** More days off in a row than this are a mistake in the tables. */
const longestBreak = 60

/** The parts of a day in which the office is open. */
type OpenOn = (day: Day) => readonly { from: Date; to: Date }[]

/** Throws RangeError for an unknown time zone. */
export function createCalendar(options: CalendarOptions): Calendar {
  const zone = createZone(options.timeZone)
  const { isWorking, knows } = createWorkingDays(options)
  const closes = options.hours.at(-1)?.to ?? 24 * 60
  const openOn: OpenOn = (day) =>
    isWorking(day)
      ? options.hours.map(({ from, to }) => ({ from: zone.moment(day, from), to: zone.moment(day, to) }))
      : []
  const step = createStep(isWorking)
  const addWorkingTime = createAddWorkingTime(zone, openOn)
  const endOf = (day: Day) => zone.moment(day, closes)
  return {
    isWorking,
    knows,
    dayOf: zone.dayOf,
    openBetween: createOpenBetween(zone, openOn),
    add(from, { count, unit }) {
      if (unit === 'minutes') return new Date(from.getTime() + count * minute)
      if (unit === 'hours') return new Date(from.getTime() + count * 60 * minute)
      if (unit === 'working-hours') return addWorkingTime(from, count * 60 * minute)
      const day = zone.dayOf(from)
      if (unit === 'working-days') return endOf(step(day, count, 1))
      return endOf(step(addDays(day, count - 1), 1, 1))
    },
    before(due, { count, unit }) {
      if (unit === 'minutes') return new Date(due.getTime() - count * minute)
      if (unit === 'hours') return new Date(due.getTime() - count * 60 * minute)
      if (unit === 'working-hours') throw new RangeError('What lies before a moment is not counted in working hours.')
      const day = zone.dayOf(due)
      const earlier = unit === 'working-days' ? step(day, count, -1) : addDays(day, -count)
      return zone.moment(earlier, zone.minutesOf(due))
    },
    afterPause(due, { since, until }, unit) {
      if (unit === 'minutes' || unit === 'hours') return new Date(due.getTime() + until.getTime() - since.getTime())
      return addWorkingTime(due, createOpenBetween(zone, openOn)(since, until))
    },
  }
}

/** Goes so many working days on or back; none at all leaves the day as it is. */
function createStep(isWorking: (day: Day) => boolean): (day: Day, count: number, direction: 1 | -1) => Day {
  return (start, count, direction) => {
    let day = start
    for (let left = count, idle = 0; left > 0;) {
      day = addDays(day, direction)
      idle = isWorking(day) ? 0 : idle + 1
      if (idle > longestBreak) throw new RangeError(`There is no working day within ${longestBreak} days of ${start}.`)
      if (idle === 0) left -= 1
    }
    return day
  }
}

function createAddWorkingTime(zone: Zone, openOn: OpenOn): (from: Date, milliseconds: number) => Date {
  return (from, milliseconds) => {
    if (milliseconds <= 0) return from
    let left = milliseconds
    for (let day = zone.dayOf(from), idle = 0; idle <= longestBreak; day = addDays(day, 1)) {
      const open = openOn(day)
      idle = open.length > 0 ? 0 : idle + 1
      for (const part of open) {
        const begin = Math.max(part.from.getTime(), from.getTime())
        const length = part.to.getTime() - begin
        if (length <= 0) continue
        if (left <= length) return new Date(begin + left)
        left -= length
      }
    }
    throw new RangeError(`There is no working day within ${longestBreak} days.`)
  }
}

function createOpenBetween(zone: Zone, openOn: OpenOn): (from: Date, to: Date) => number {
  return (from, to) => {
    let sum = 0
    for (let day = zone.dayOf(from); zone.moment(day, 0) < to; day = addDays(day, 1))
      for (const part of openOn(day)) {
        const begin = Math.max(part.from.getTime(), from.getTime())
        const end = Math.min(part.to.getTime(), to.getTime())
        sum += Math.max(0, end - begin)
      }
    return sum
  }
}
