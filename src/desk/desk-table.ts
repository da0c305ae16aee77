import { z } from 'zod'
import { blocksShape } from '../tickets/deadlines.ts'

const seconds = z
  .number()
  .int()
  .min(10)
  .max(3600)
  .transform((count) => count * 1000)

/** knowledge/desk.yaml: when people are at the desk, and how long its timers run (there in seconds, here in milliseconds). */
export const deskTable = z
  .object({
    hours: z
      .object({ workingDays: blocksShape, daysOff: blocksShape, special: z.record(z.iso.date(), blocksShape) })
      .strict(),
    timers: z.object({ absence: seconds, reservation: seconds }).strict(),
  })
  .strict()
export type DeskTable = z.output<typeof deskTable>
