import { z } from 'zod'
import type { DraftCard, Reply } from '../../core/reply.ts'
import { choiceShape, outcomeKindShape } from './outcome-shape.ts'
import { marksShape, sourceShape } from './passage-shape.ts'
import { shapeOf } from './shape-of.ts'

const shownSentence = z.object({
  text: z.string(),
  marks: marksShape,
  sources: z.array(z.number()).readonly(),
})

const draftCardShape = shapeOf<DraftCard>()(
  z.object({
    fields: z
      .array(
        z.object({
          name: z.enum(['kind', 'subject', 'description', 'where', 'when', 'wish', 'contact', 'attachments']),
          label: z.string(),
          value: z.string(),
        }),
      )
      .readonly(),
  }),
)

export const replyShape = shapeOf<Reply>()(
  z.object({
    message: z.string(),
    kind: outcomeKindShape,
    text: z.string(),
    sentences: z.array(shownSentence).readonly(),
    sources: z.array(sourceShape).readonly(),
    notes: z.array(z.string()).readonly(),
    choices: z.array(choiceShape).readonly(),
    suggestions: z.array(z.string()).readonly(),
    call: z.string().nullable(),
    draft: draftCardShape.nullable().default(null),
    ticket: z.string().nullable(),
  }),
)
