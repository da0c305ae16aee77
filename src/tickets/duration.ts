import { z } from 'zod'

/**
 * How long something may take. Minutes and hours go by the clock, nights and holidays included; working hours count only while the office
 * is open. Days begin on the day after, and end when the office closes; the last of calendar days moves to a working day.
 */
export interface Duration {
  count: number
  unit: 'minutes' | 'hours' | 'working-hours' | 'calendar-days' | 'working-days'
}

const units: Readonly<Record<string, Duration['unit']>> = {
  minute: 'minutes',
  hour: 'hours',
  'working hour': 'working-hours',
  'calendar day': 'calendar-days',
  'working day': 'working-days',
}

const written = /^(?<count>\d{1,4}) (?<unit>minute|hour|working hour|calendar day|working day)s?$/u

/** Reads "2 hours", "7 calendar days" or "1 working day". "Days" alone says too little and is refused. */
export const durationShape = z.string().transform((text, context): Duration => {
  const { count, unit } = written.exec(text.trim())?.groups ?? {}
  const known = units[unit ?? '']
  if (count !== undefined && known !== undefined) return { count: Number(count), unit: known }
  context.addIssue({
    code: 'custom',
    message: `"${text}" has to be a number and minutes, hours, working hours, calendar days or working days.`,
  })
  return z.NEVER
})
