import { z } from 'zod'
import type { Term } from '../core/dispatch.ts'
import type { CalendarOptions } from './calendar/create-calendar.ts'
import { durationShape, type Duration } from './duration.ts'

const day = z.iso.date()
const clockTime = z
  .string()
  .regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/u)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

/** Blocks of a day, minutes after midnight, in order. */
export const blocksShape = z
  .array(z.object({ from: clockTime, to: clockTime }).strict())
  .refine(
    (hours) => hours.every(({ from, to }, index) => from < to && from >= (hours[index - 1]?.to ?? 0)),
    'Office hours have to follow one another.',
  )

const knownZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

const calendarShape: z.ZodType<CalendarOptions> = z
  .object({
    timeZone: z.string().refine(knownZone, 'This time zone is not known.'),
    hours: blocksShape.min(1),
    holidays: z.enum(['china', 'own']),
    off: z.array(day),
    working: z.array(day),
  })
  .strict()

const byTerm = <S extends z.ZodType>(shape: S) =>
  z.object({ danger: shape, utility: shape, ordinary: shape, complex: shape }).strict()

/** Before something is due, only hours and days can be counted back. */
const noticeShape = durationShape.refine(({ unit }) => unit !== 'working-hours', 'Reminders are set in hours or days.')

const levels = z
  .array(z.object({ after: durationShape, tell: z.enum(['department', 'operator', 'reviewer', 'leader']) }).strict())
  .min(1)

const count = z.number().int().min(0).max(99)

/** Every figure of a demand's life: knowledge/deadlines.yaml. */
export const deadlineTable = z
  .object({
    calendar: calendarShape,
    terms: byTerm(durationShape),
    subjects: z.record(z.string().regex(/^(?:\d{2}|\d{4}|\d{6})$/u), durationShape),
    reminders: byTerm(z.array(noticeShape)),
    escalation: byTerm(levels),
    acceptance: z.object({ within: durationShape, escalation: levels }).strict(),
    objection: z.object({ within: durationShape, decide: durationShape, bounces: count, escalation: levels }).strict(),
    pause: z.object({ longest: durationShape }).strict(),
    extension: z.object({ most: count }).strict(),
    visit: z.object({ within: durationShape, calls: count.min(1), apart: durationShape, escalation: levels }).strict(),
    rework: z.object({ terms: byTerm(durationShape), most: count }).strict(),
    reopening: z.object({ within: durationShape, most: count }).strict(),
  })
  .strict()

export type Deadlines = z.output<typeof deadlineTable>

/** More urgent comes first. */
export const urgencyOrder: readonly Term[] = ['danger', 'utility', 'ordinary', 'complex']

/**
 * The time for a reply. A subject may have its own, the most specific first; danger and failed supplies have theirs whatever the subject.
 */
export function termDuration(
  { terms, subjects }: Pick<Deadlines, 'terms' | 'subjects'>,
  term: Term,
  subject: string | null,
): Duration {
  if (term === 'danger' || term === 'utility' || subject === null) return terms[term]
  const own = [6, 4, 2].map((digits) => subjects[subject.slice(0, digits)]).find((found) => found !== undefined)
  return own ?? terms[term]
}
