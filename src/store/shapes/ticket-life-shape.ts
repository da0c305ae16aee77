import { z } from 'zod'
import type { DispatchAdvice, SubjectGuess, Term } from '../../core/dispatch.ts'
import type { Assignment, Ending, Escalation, TicketCase, Visit, Watch } from '../../core/ticket-life.ts'
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

export const saidShape = shapeOf<Visit['courteous']>()(z.enum(['yes', 'no', 'unsaid']))

export const visitShape = shapeOf<Visit>()(
  z.object({
    solved: z.enum(['yes', 'partly', 'no', 'unreached']),
    courteous: saidShape,
    contacted: saidShape.default('unsaid'),
    note: z.string(),
  }),
)

export const watchShape = shapeOf<Watch>()(z.enum(['acceptance', 'reply', 'review', 'visit']))

export const endingShape = shapeOf<Ending>()(z.enum(['solved', 'partly', 'unsolved', 'unreached']))

const escalationShape = shapeOf<Escalation>()(z.object({ of: watchShape, due: momentShape, level: z.number() }))

/** What a ticket's events add up to, besides what has a column of its own. */
export type StoredLife = Pick<
  TicketCase,
  | 'term'
  | 'advice'
  | 'assignment'
  | 'dispatchedAt'
  | 'paused'
  | 'asked'
  | 'objection'
  | 'bounces'
  | 'extensions'
  | 'reworks'
  | 'reopens'
  | 'urged'
  | 'escalated'
  | 'reminded'
  | 'repliedAt'
  | 'visit'
  | 'unreached'
  | 'calledAt'
  | 'repeats'
  | 'closedAt'
  | 'closedAs'
>

export const lifeShape = shapeOf<StoredLife>()(
  z.object({
    term: termShape.nullable().default(null),
    advice: adviceShape.nullable().default(null),
    assignment: assignmentShape.nullable().default(null),
    dispatchedAt: momentShape.nullable().default(null),
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
    extensions: z.number().default(0),
    reworks: z.number().default(0),
    reopens: z.number().default(0),
    urged: z.number().default(0),
    escalated: z.array(escalationShape).readonly().default([]),
    reminded: momentShape.nullable().default(null),
    repliedAt: momentShape.nullable().default(null),
    visit: visitShape.nullable().default(null),
    unreached: z.number().default(0),
    calledAt: momentShape.nullable().default(null),
    repeats: z.array(z.string()).readonly().default([]),
    closedAt: momentShape.nullable().default(null),
    closedAs: endingShape.nullable().default(null),
  }),
)
