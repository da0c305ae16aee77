import { z } from 'zod'

const moment = z.iso.datetime({ offset: true })
const day = z.iso.date()

/**
 * Reads a moment in the W3C's form, seconds left out or not; null for anything else. A plus sign that was sent as it is arrives as a space,
 * and a day alone begins at midnight, UTC.
 */
export function readMoment(text: string): Date | null {
  const trimmed = text.trim().replace(/ (?=\d{2}:?\d{2}$)/u, '+')
  if (day.safeParse(trimmed).success) return new Date(`${trimmed}T00:00:00Z`)
  const whole = trimmed.replace(/T(\d{2}:\d{2})(?=Z|[+-])/u, 'T$1:00').replace(/([+-]\d{2})(\d{2})$/u, '$1:$2')
  return moment.safeParse(whole).success ? new Date(whole) : null
}

/** Writes a moment in the W3C's form, to the second, with its zone. */
export const writeMoment = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/u, 'Z')
