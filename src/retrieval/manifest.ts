import { z } from 'zod'
import { languages } from '../core/language.ts'

/** Raise it when the files of an index change their form: an index of another form is built anew. */
export const indexFormat = 12

/** What tells whether this code can open an index at all. */
export const manifestHead = z.object({ format: z.literal(indexFormat) })

/** A phrase by its name, so that each reader is told in their own language. */
const wording = z.object({ id: z.string(), values: z.record(z.string(), z.string()) })

const note = z.object({
  path: z.string(),
  warnings: z.array(z.object({ kind: z.string(), message: wording, where: wording.nullable() })),
  quarantined: z.array(z.object({ text: z.string(), reason: z.string(), where: wording.nullable() })),
})

/** What an index says about itself. */
export const manifest = z.object({
  format: z.literal(indexFormat),
  version: z.string(),
  builtAt: z.string(),
  /** One for each language that has documents. */
  shards: z.array(
    z.object({
      language: z.enum(languages),
      model: z.string(),
      dimensions: z.number(),
      documents: z.number(),
      passages: z.number(),
      units: z.number(),
      sentences: z.number(),
    }),
  ),
  /** Warnings and what was kept out of the index, by document. */
  notes: z.array(note),
  failures: z.array(z.object({ path: z.string(), reason: z.string(), message: wording })),
})
export type Manifest = z.infer<typeof manifest>
