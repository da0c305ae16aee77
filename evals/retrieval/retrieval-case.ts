import { z } from 'zod'

/** A question with what has to be found for it. */
export const retrievalCase = z.object({
  id: z.string(),
  /** The group it is counted in; the file's name where it names none. */
  set: z.string().optional(),
  /** Several turns need what was said before; they are not measured here. */
  question: z.union([z.string(), z.array(z.string())]),
  /** A place, as in a document's front matter; '' where it is not known. */
  region: z.string().default(''),
  /** Paths of the documents that answer it; any of them counts. None where nothing answers it: such a case is passed over here. */
  documents: z.array(z.string()).default([]),
  /** Documents that must not be given as the rule: repealed, upcoming, another place's. */
  not: z.array(z.string()).default([]),
  /** Words that a right answer needs; a list of wordings where any of them will do. */
  facts: z.array(z.union([z.string(), z.array(z.string())]).transform((fact) => [fact].flat())).default([]),
})
export type RetrievalCase = z.infer<typeof retrievalCase> & { set: string; question: string }

/** Reads a file of cases, one JSON object a line. */
export const parseCases = (text: string, set: string): RetrievalCase[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => retrievalCase.parse(JSON.parse(line)))
    .flatMap(({ question, ...one }) =>
      typeof question === 'string' && one.documents.length > 0 ? [{ ...one, question, set: one.set ?? set }] : [],
    )
