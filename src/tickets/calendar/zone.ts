/** A day of the calendar, written yyyy-mm-dd. */
export type Day = string

/** Days and times of day as the clocks of one place show them. */
export interface Zone {
  dayOf(at: Date): Day
  /** The moment at which that place's clocks show these minutes after midnight. Where they skip them, the moment of the change. */
  moment(day: Day, minutes: number): Date
  /** Minutes after midnight. */
  minutesOf(at: Date): number
}

const minute = 60_000

/** Throws RangeError where the time zone is not known. */
export function createZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const read = (at: Date) => {
    const parts = new Map<string, string>(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const part = (type: string) => parts.get(type) ?? ''
    return {
      day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
      minutes: Number(part('hour')) * 60 + Number(part('minute')),
    }
  }
  /** How far its clocks are ahead of UTC, milliseconds. */
  const ahead = (at: Date) => {
    const { day, minutes } = read(at)
    return Date.parse(`${day}T00:00:00Z`) + minutes * minute - Math.floor(at.getTime() / minute) * minute
  }
  return {
    dayOf: (at) => read(at).day,
    minutesOf: (at) => read(at).minutes,
    moment(day, minutes) {
      const shown = Date.parse(`${day}T00:00:00Z`) + minutes * minute
      const near = shown - ahead(new Date(shown))
      // Between the two guesses the clocks may have been changed.
      return new Date(shown - ahead(new Date(near)))
    },
  }
}

const dayLength = 86_400_000

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay()
