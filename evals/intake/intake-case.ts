import { z } from 'zod'

const moment = z.string().transform((text) => new Date(`${text}:00+08:00`))
const words = z.array(z.string())

/** A dialogue of somebody who wants something filed: what they say when asked, and what has to come of it. See README.md. */
export const intakeCase = z.strictObject({
  id: z.string(),
  language: z.enum(['zh', 'en']),
  heldOut: z.boolean(),
  region: z.string().nullable(),
  opening: z.array(z.string()).min(1),
  answers: z.strictObject({
    what: z.string(),
    where: z.string(),
    when: z.string(),
    wish: z.string(),
    contact: z.string(),
    confirm: z.string(),
  }),
  interrupts: z.array(z.strictObject({ after: z.string(), say: z.string() })),
  expect: z.strictObject({
    outcome: z.enum(['filed', 'cancelled', 'answered', 'handover']),
    kind: z.enum(['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']),
    what: words,
    not: words,
    where: words,
    region: z.string().nullable(),
    when: z
      .strictObject({ from: moment.nullable(), to: moment.nullable(), repeats: z.boolean().default(false) })
      .nullable(),
    wish: words,
    contact: z.enum(['named', 'confidential', 'anonymous', 'none']),
    attachments: z.int(),
  }),
})
export type IntakeCase = z.infer<typeof intakeCase>
