import { z } from 'zod'

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))

/** What must hold of the last turn's answer line. Everything named must hold; what is not named does not matter. */
export const expectation = z.strictObject({
  /** One of these outcomes. */
  outcome: list.optional(),
  notOutcome: list.optional(),
  /** The emergency number, or the legal route. */
  number: z.string().optional(),
  route: z.string().optional(),
  /** One of these documents is cited. */
  document: list.optional(),
  /** None of these documents is cited. */
  notDocument: list.optional(),
  /** All of these stand in the answer, white space aside. */
  facts: z.array(z.string()).optional(),
  /** None of these stands in the answer. */
  notText: z.array(z.string()).optional(),
  /** These choices are offered, among others. */
  choices: z.array(z.string()).optional(),
  /** None of these stands in anything that is recorded, looked up or shown to a model, however its characters are grouped. */
  notRecorded: z.array(z.string()).optional(),
  /** All of these still stand in what is recorded. */
  recorded: z.array(z.string()).optional(),
  /** The reply is in this language. */
  inLanguage: z.enum(['zh', 'en']).optional(),
})

/** One case: what is said, turn by turn, and what must come of the last turn. Held-out cases are reported apart and not tuned on. */
export const evalCase = z.strictObject({
  id: z.string(),
  say: list,
  region: z.string().optional(),
  language: z.enum(['zh', 'en']).optional(),
  /** How many times the text of the last turn is repeated: long messages need no long lines. */
  repeat: z.int().positive().default(1),
  heldOut: z.boolean().default(false),
  expect: expectation,
})
export type EvalCase = z.infer<typeof evalCase>
