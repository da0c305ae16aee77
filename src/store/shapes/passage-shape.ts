import { z } from 'zod'
import type { Sentence } from '../../core/draft.ts'
import type { Aside } from '../../core/outcome.ts'
import type { Citation, Passage, Unit, Validity } from '../../core/passage.ts'
import { figureShape, regionShape } from './basics.ts'
import { shapeOf } from './shape-of.ts'

export const validityShape = shapeOf<Validity>()(z.enum(['in-force', 'upcoming', 'expired', 'superseded']))

/** What a unit says; its sentences without their fit. */
interface UnitContent extends Omit<Unit, 'score' | 'sentences'> {
  sentences: readonly string[]
}

const unitShape = shapeOf<UnitContent>()(
  z.object({
    kind: z.enum(['article', 'paragraph', 'list', 'row', 'question']),
    text: z.string(),
    lead: z.string().nullable(),
    sentences: z.array(z.string()).readonly(),
  }),
)

/** What a passage says, whatever was asked and whenever. */
export interface PassageContent extends Omit<Passage, 'score' | 'validity' | 'units'> {
  units: readonly UnitContent[]
}

export const passageContentShape = shapeOf<PassageContent>()(
  z.object({
    id: z.string(),
    document: z.string(),
    title: z.string(),
    issuer: z.string().nullable(),
    section: z.array(z.string()).readonly(),
    text: z.string(),
    units: z.array(unitShape).readonly(),
    before: z.string(),
    after: z.string(),
    beforeId: z.string().nullable().default(null),
    afterId: z.string().nullable().default(null),
    amended: z.boolean().default(false),
    effective: z.string().nullable(),
    expires: z.string().nullable(),
    region: regionShape,
    url: z.string().nullable(),
  }),
)

/** What one query made of a passage. */
export const foundShape = z.object({
  key: z.string(),
  score: figureShape,
  validity: validityShape,
  units: z.array(z.object({ score: figureShape, sentences: z.array(figureShape) })),
})
export type Found = z.output<typeof foundShape>

const citationFields = {
  passage: z.string(),
  document: z.string(),
  title: z.string(),
  issuer: z.string().nullable(),
  quote: z.string(),
  section: z.array(z.string()).readonly(),
  validity: validityShape,
  amended: z.boolean().default(false),
  effective: z.string().nullable(),
  expires: z.string().nullable(),
  region: regionShape,
  url: z.string().nullable(),
}

export const citationShape = shapeOf<Citation>()(z.object(citationFields))

export const sourceShape = z.object({ ...citationFields, number: z.number() })

export const marksShape = z.array(z.tuple([z.number(), z.number()]).readonly()).readonly()

export const sentenceShape = shapeOf<Sentence>()(
  z.object({ text: z.string(), citations: z.array(citationShape).readonly(), marks: marksShape }),
)

export const asideShape = shapeOf<Aside>()(
  z.object({ why: z.enum(['expired', 'superseded', 'upcoming', 'elsewhere']), citation: citationShape }),
)
