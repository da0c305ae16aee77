import { z } from 'zod'
import type { DispatchAdvice, SubjectGuess, Term } from '../../core/dispatch.ts'
import type { Assignment, TicketCase, Visit } from '../../core/ticket-life.ts'
import { momentShape } from './moment-shape.ts'
import { shapeOf } from './shape-of.ts'

export const termShape = shapeOf<Term>()(z.enum(['danger', 'utility', 'ordinary', 'complex']))

const guessShape = shapeOf<SubjectGuess>()(z.object({ code: z.string(), confidence: z.number() }))

export const adviceShape = shapeOf<DispatchAdvice>()(
  z.object({
    subject: z.string().nullable(),
    term: termShape,
    lead: z.string().nullable(),
    coHandling: z.array(z.string()).readonly(),
    line: z.string().nullable(),
    excluded: z.string().nullable(),
    confidence: z.number(),
    reason: z.enum(['line', 'unsure-subject', 'unsure-place', 'no-line', 'nothing-said']),
    guesses: z.array(guessShape).readonly(),
    catalogue: z.string(),
  }),
)

export const assignmentShape = shapeOf<Assignment>()(
  z.object({
    lead: z.string(),
    coHandling: z.array(z.string()).readonly(),
    line: z.string().nullable(),
    reason: z.string(),
  }),
)

export const visitShape = shapeOf<Visit>()(
  z.object({
    solved: z.enum(['yes', 'partly', 'no', 'unreached']),
    courteous: z.enum(['yes', 'no', 'unsaid']),
    note: z.string(),
  }),
)

/** What a ticket's events add up to, besides what has a column of its own. */
export type StoredLife = Pick<
  TicketCase,
  | 'term'
  | 'advice'
  | 'assignment'
  | 'paused'
  | 'asked'
  | 'objection'
  | 'bounces'
  | 'reworks'
  | 'urged'
  | 'reminded'
  | 'repliedAt'
  | 'visit'
  | 'closedAt'
>

export const lifeShape = shapeOf<StoredLife>()(
  z.object({
    term: termShape.nullable().default(null),
    advice: adviceShape.nullable().default(null),
    assignment: assignmentShape.nullable().default(null),
    paused: z.object({ since: momentShape, until: momentShape }).nullable().default(null),
    asked: z
      .object({ kind: z.enum(['pause', 'extension']), reason: z.string(), until: momentShape })
      .nullable()
      .default(null),
    objection: z
      .object({ reason: z.string(), line: z.string(), by: z.string(), decideBy: momentShape })
      .nullable()
      .default(null),
    bounces: z.number().default(0),
    reworks: z.number().default(0),
    urged: z.number().default(0),
    reminded: momentShape.nullable().default(null),
    repliedAt: momentShape.nullable().default(null),
    visit: visitShape.nullable().default(null),
    closedAt: momentShape.nullable().default(null),
  }),
)
