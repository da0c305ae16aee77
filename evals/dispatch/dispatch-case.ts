import { z } from 'zod'

/** A written demand with the department that should get it. */
export const dispatchCase = z
  .object({
    id: z.string(),
    say: z.string(),
    /** What the draft says of the place: '云汀市/滨江区'; null where only the text may tell. */
    region: z.string().nullable(),
    language: z.enum(['zh', 'en']),
    /** Never looked at while building; the other half is for tuning. */
    heldOut: z.boolean(),
    hard: z.boolean().default(false),
    /** What makes it hard. */
    why: z.string().optional(),
    /** Classes of further matters that the demand names. */
    also: z.array(z.string()).default([]),
    expect: z.object({
      /** Null where no class fits. */
      subject: z.string().nullable(),
      department: z.string(),
      /** Departments that would be as right. */
      acceptable: z.array(z.string()),
      term: z.enum(['danger', 'utility', 'ordinary', 'complex']),
      /** The route of a matter that is not dispatched. */
      route: z.string().nullable(),
    }),
  })
  .strict()

export type DispatchCase = z.infer<typeof dispatchCase>
