import { z } from 'zod'
import type { StepTrace } from '../../core/run-pipeline.ts'
import { figureShape } from './basics.ts'
import { outcomeKindShape } from './outcome-shape.ts'
import { shapeOf } from './shape-of.ts'

export const traceShape = shapeOf<StepTrace>()(
  z.object({
    step: z.string(),
    milliseconds: figureShape,
    ended: outcomeKindShape.nullable(),
    fault: z.string().nullable(),
  }),
)
