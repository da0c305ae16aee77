import { z } from 'zod'
import type { CallBack, DeskCase, DeskEvent, DeskNeeds, DeskOutcome } from '../../core/desk.ts'
import { languageShape, regionShape } from './basics.ts'
import { momentShape } from './moment-shape.ts'
import { shapeOf } from './shape-of.ts'

const needsShape = shapeOf<DeskNeeds>()(
  z.object({ language: languageShape, region: regionShape.nullable(), skill: z.string().nullable() }),
)
const callBackShape = shapeOf<CallBack>()(z.object({ phone: z.string(), from: momentShape.nullable() }))
const reasonShape = z.enum(['asked-for', 'unanswered', 'fault', 'safety'])
const outcomeShape = shapeOf<DeskOutcome>()(
  z.enum(['answered', 'ticket', 'transferred-outside', 'no-answer', 'abandoned', 'assistant']),
)

const asked = {
  number: z.string(),
  conversation: z.string(),
  reason: reasonShape,
  urgent: z.boolean(),
  needs: needsShape,
}

/** What a case is, but for its key and columns of its own. */
export const deskCaseShape = shapeOf<DeskCase>()(
  z.object({
    ...asked,
    state: z.enum(['waiting', 'held', 'call-back', 'over']),
    askedAt: momentShape,
    operator: z.string().nullable(),
    heldSince: momentShape.nullable(),
    heldUntil: momentShape.nullable(),
    reservedFor: z.object({ operator: z.string(), until: momentShape }).nullable(),
    callBack: callBackShape.nullable(),
    outcome: outcomeShape.nullable(),
    passedOn: z.array(z.string()).readonly(),
  }),
)

const byShape = z.discriminatedUnion('role', [
  z.object({ role: z.literal('citizen') }),
  z.object({ role: z.literal('system') }),
  z.object({ role: z.literal('operator'), id: z.string() }),
  z.object({ role: z.literal('supervisor'), id: z.string() }),
])
const mark = { at: z.date(), by: byShape }

/** The same members as plain objects: an intersection and what it comes to are different types to shapeOf. */
type Plain<T> = T extends unknown ? { [K in keyof T]: T[K] } : never

/** An event once its columns and its body are put together. */
export const deskEventShape = shapeOf<Plain<DeskEvent>>()(
  z.discriminatedUnion('kind', [
    z.object({ ...mark, kind: z.literal('asked'), case: z.object(asked) }),
    z.object({ ...mark, kind: z.literal('taken'), operator: z.string(), until: momentShape }),
    z.object({ ...mark, kind: z.literal('kept'), until: momentShape }),
    z.object({
      ...mark,
      kind: z.literal('passed'),
      to: z.string().nullable(),
      skill: z.string().nullable(),
      note: z.string(),
      until: momentShape.nullable(),
    }),
    z.object({ ...mark, kind: z.literal('lapsed') }),
    z.object({ ...mark, kind: z.literal('call-back-asked'), callBack: callBackShape }),
    z.object({ ...mark, kind: z.literal('raised') }),
    z.object({ ...mark, kind: z.literal('ended'), outcome: outcomeShape, note: z.string() }),
  ]),
)
