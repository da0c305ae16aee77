import { z } from 'zod'
import { intakeQuestions, type Intake } from '../../core/intake.ts'
import { nothingTold } from '../../core/ticket.ts'
import { shapeOf } from './shape-of.ts'
import { ticketDraftShape } from './ticket-shape.ts'

export const intakeShape = shapeOf<Intake>()(
  z.object({
    draft: ticketDraftShape,
    asking: z.enum(intakeQuestions),
    asked: z.array(z.enum(intakeQuestions)).readonly(),
    others: z.array(z.string()).readonly().exactOptional(),
  }),
)

/** What a question stands for that was stored before questions kept what was known: it asked what happened. */
export const nothingAsked: Intake = {
  draft: { kind: 'consultation', subject: '', description: '', region: null, ...nothingTold, tried: [] },
  asking: 'what',
  asked: ['what'],
}
