import { z } from 'zod'

const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? [value] : value))

/** A question about the real laws in ../shared/real-documents, and what a right answer to it needs. */
export const lawCase = z.object({
  id: z.string(),
  /** The person's turns. */
  question: list,
  /** Any of these documents answers it; none where nothing does. */
  documents: z.array(z.string()).default([]),
  /** Words that a right answer needs, each in any of several wordings. */
  facts: z.array(list).default([]),
  mayCite: z.array(z.string()).default([]),
  /** May be cited only as amended or coming, never as the plain rule. */
  mayCiteWithWarning: z.array(z.string()).default([]),
  mustNotCite: z.array(z.string()).default([]),
  /** Words of the text that is not in force. */
  notFacts: z.array(list).default([]),
})
export type LawCase = z.infer<typeof lawCase>

export const parseLawCases = (text: string): LawCase[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lawCase.parse(JSON.parse(line)))
