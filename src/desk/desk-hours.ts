import { createWorkingDays, type WorkingDayOptions } from '../tickets/calendar/working-days.ts'
import { addDays, createZone, type Day } from '../tickets/calendar/zone.ts'

/** A block of a day, minutes after midnight; `to` may be 1440. */
export interface Block {
  from: number
  to: number
}

export interface DeskHoursOptions extends WorkingDayOptions {
  timeZone: string
  /** In order, not overlapping; several a day for a pause at noon. Empty: closed on such days. */
  onWorkingDays: readonly Block[]
  onDaysOff: readonly Block[]
  /** Days with hours of their own: they come before everything else. */
  special: Readonly<Record<Day, readonly Block[]>>
}

/** When people are at the desk. */
export interface DeskHours {
  isOpen(at: Date): boolean
  /** When it opens next; the moment itself while it is open; null where it does not within a year. */
  opensAt(at: Date): Date | null
  /** When it closes next; null while it is closed, or where it never closes within a year. */
  closesAt(at: Date): Date | null
}

const longest = 366

/** Reads the hours of the desk: blocks of working days and of days off, moved working days (调休) included. Throws RangeError for an unknown zone. */
export function createDeskHours(options: DeskHoursOptions): DeskHours {
  const zone = createZone(options.timeZone)
  const { isWorking } = createWorkingDays(options)
  const blocksOf = (day: Day) => {
    const blocks = options.special[day] ?? (isWorking(day) ? options.onWorkingDays : options.onDaysOff)
    return blocks.map(({ from, to }) => ({ from: zone.moment(day, from), to: zone.moment(day, to) }))
  }
  const daysFrom = (day: Day) => Array.from({ length: longest }, (_, count) => addDays(day, count))
  const isOpen = (at: Date) => blocksOf(zone.dayOf(at)).some(({ from, to }) => from <= at && at < to)
  return {
    isOpen,
    opensAt(at) {
      if (isOpen(at)) return at
      for (const day of daysFrom(zone.dayOf(at))) {
        const next = blocksOf(day).find(({ from }) => from > at)
        if (next !== undefined) return next.from
      }
      return null
    },
    closesAt(at) {
      if (!isOpen(at)) return null
      let end = at
      // A block that ends at midnight may go on with the next day's first.
      for (const day of daysFrom(zone.dayOf(at))) {
        const going = blocksOf(day).filter(({ to }) => to > end)
        for (const { from, to } of going) {
          if (from > end) return end
          end = to
        }
        if (going.length === 0 && blocksOf(addDays(day, 1)).every(({ from }) => from > end)) return end
      }
      return null
    },
  }
}
