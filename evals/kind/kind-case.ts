import { z } from 'zod'
import { ticketKinds } from '../../src/core/ticket.ts'

/** A first message of somebody, and what kind of demand it makes; a consultation asks only. */
export const kindCase = z.object({
  id: z.string(),
  say: z.string(),
  language: z.enum(['zh', 'en']),
  heldOut: z.boolean(),
  kind: z.enum(ticketKinds),
})
export type KindCase = z.infer<typeof kindCase>
