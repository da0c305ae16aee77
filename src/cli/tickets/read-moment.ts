import { createZone, type Zone } from '../../tickets/calendar/zone.ts'

const written =
  /^(?<year>\d{4})[-/.年](?<month>\d{1,2})[-/.月](?<day>\d{1,2})日?(?:[\sT]*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d{1,3})?)?)?$/u
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u
/** How spreadsheets write days in their standard form: month, day, year. */
const inSheets = /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{2})(?: (?<hour>\d{1,2}):(?<minute>\d{2}))?$/u

const dayOf = (groups: Readonly<Record<string, string | undefined>>): string | null => {
  const [year = '', month = '', day = ''] = [groups['year'], groups['month'], groups['day']]
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : text
}

/**
 * Reads "2026-11-23", "2026/11/23 9:30", "2026年11月23日 09:30" by the clocks of a place, and moments with their own offset. A day without
 * a time is its beginning, or so many minutes after that. Null where it cannot be read.
 */
export function createReadMoment(timeZone: string): (text: string, minutes?: number) => Date | null {
  const zone: Zone = createZone(timeZone)
  return (text, minutes = 0) => {
    const trimmed = text.trim()
    if (withZone.test(trimmed)) {
      const at = new Date(trimmed)
      return Number.isNaN(at.getTime()) ? null : at
    }
    const groups = (written.exec(trimmed) ?? inSheets.exec(trimmed))?.groups
    const day = groups === undefined ? null : dayOf(groups)
    if (groups === undefined || day === null) return null
    if (groups['hour'] === undefined) return zone.moment(day, minutes)
    const [hour, minute, second] = [groups['hour'], groups['minute'], groups['second'] ?? '0'].map(Number)
    if (hour === undefined || minute === undefined || second === undefined) return null
    if (hour > 23 || minute > 59 || second > 59) return null
    return new Date(zone.moment(day, hour * 60 + minute).getTime() + second * 1000)
  }
}
