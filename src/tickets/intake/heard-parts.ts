import type { Occurrence } from '../../core/ticket.ts'
import type { SaidPlace } from './read-place.ts'
import { readTime } from './read-time.ts'

type SaidTime = Occurrence & { at: number; end: number }

/** The time as a model heard it, read as a date where the rules can; null where it heard none. */
export function heardTime(text: string, at: Date, when: string | null): SaidTime | null {
  if (when === null) return null
  const start = text.indexOf(when)
  const place = { at: start, end: start + when.length }
  const read = readTime(when, at)
  return read === null
    ? { said: when, from: null, to: null, repeats: false, ...place }
    : { ...read, said: when, ...place }
}

/** The place as a model heard it; null where it heard none. How exact it is, the rules judge: what they do not know is a landmark. */
export function heardPlace(
  text: string,
  where: string | null,
  read: (part: string) => SaidPlace | null,
): SaidPlace | null {
  if (where === null) return null
  const at = text.indexOf(where)
  return { said: where, exact: read(where)?.exact ?? true, at, end: at + where.length }
}
