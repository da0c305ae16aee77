/** China has one time without summer time: UTC+8, milliseconds. */
const zone = 8 * 60 * 60 * 1000
export const hour = 60 * 60 * 1000
export const day = 24 * hour

/** A stretch of time, `to` not included; both are moments. */
export interface Stretch {
  from: Date
  to: Date
}

/** The calendar day of a moment in China; `month` counts from 1, `weekday` from 0 on Sunday. */
export function localDay(at: Date): { year: number; month: number; date: number; weekday: number } {
  const local = new Date(at.getTime() + zone)
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    date: local.getUTCDate(),
    weekday: local.getUTCDay(),
  }
}

/** The first moment of a day in China; days and months outside the calendar roll over. */
export const dayStart = (year: number, month: number, date: number): Date =>
  new Date(Date.UTC(year, month - 1, date) - zone)

/** The day that lies so many days after the moment's own. */
export function dayFrom(at: Date, days: number): Stretch {
  const { year, month, date } = localDay(at)
  const from = dayStart(year, month, date + days)
  return { from, to: new Date(from.getTime() + day) }
}
