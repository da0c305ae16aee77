import { z } from 'zod'
import type { Actor, TicketEvent } from '../../core/ticket-life.ts'
import { momentShape } from './moment-shape.ts'
import { shapeOf } from './shape-of.ts'
import {
  adviceShape,
  assignmentShape,
  endingShape,
  saidShape,
  termShape,
  visitShape,
  watchShape,
} from './ticket-life-shape.ts'
import { attachmentShape } from './ticket-shape.ts'

const actorShape = shapeOf<Actor>()(
  z.object({
    role: z.enum(['citizen', 'assistant', 'operator', 'reviewer', 'department', 'leader', 'clock']),
    id: z.string(),
  }),
)

const attachments = z.array(attachmentShape).readonly()

const event = <K extends TicketEvent['kind'], S extends z.ZodRawShape>(kind: K, fields: S) =>
  z.object({ at: z.date(), by: actorShape, key: z.string().exactOptional(), kind: z.literal(kind), ...fields })

/** The same members as plain objects: an intersection and what it comes to are different types to shapeOf. */
type Plain<T> = T extends unknown ? { [K in keyof T]: T[K] } : never

/** An event once its columns and its body are put together. */
export const ticketEventShape = shapeOf<Plain<TicketEvent>>()(
  z.discriminatedUnion('kind', [
    event('filed', {}),
    event('accepted', {
      subject: z.string().nullable(),
      term: termShape,
      due: momentShape,
      advice: adviceShape.nullable(),
    }),
    event('reclassified', { subject: z.string().nullable(), term: termShape, due: momentShape, note: z.string() }),
    event('dispatched', { assignment: assignmentShape, due: momentShape }),
    event('taken', {}),
    event('objected', { reason: z.string(), line: z.string(), decideBy: momentShape }),
    event('objection-upheld', { note: z.string() }),
    event('objection-refused', { note: z.string() }),
    event('objection-lapsed', { note: z.string() }),
    event('pause-asked', { reason: z.string(), until: momentShape }),
    event('paused', { until: momentShape }),
    event('resumed', { due: momentShape }),
    event('extension-asked', { reason: z.string(), until: momentShape }),
    event('extended', { due: momentShape }),
    event('asking-refused', { note: z.string() }),
    event('replied', { text: z.string(), attachments }),
    event('visited', { visit: visitShape }),
    event('rated', { courteous: saidShape, contacted: saidShape }),
    event('reworked', { due: momentShape, note: z.string() }),
    event('closed', { as: endingShape.default('unreached'), note: z.string() }),
    event('reopened', { reason: z.string(), due: momentShape }),
    event('withdrawn', { reason: z.string() }),
    event('transferred', { to: z.string(), number: z.string().nullable(), context: z.string() }),
    event('supplemented', { text: z.string(), attachments }),
    event('urged', { text: z.string() }),
    event('supervised', { note: z.string() }),
    event('reminded', { of: watchShape.default('reply'), due: momentShape }),
    event('breached', { of: watchShape.default('reply'), due: momentShape, level: z.number() }),
    event('joined', { incident: z.string(), score: z.number() }),
    event('parted', { incident: z.string() }),
    event('repeated', { conversation: z.string(), text: z.string() }),
    event('repeat-undone', { conversation: z.string() }),
  ]),
)
