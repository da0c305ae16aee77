import { z } from 'zod'

/** A question with what has to be found for it. */
export const retrievalCase = z.object({
  id: z.string(),
  /** The group it is counted in. */
  set: z.string(),
  question: z.string(),
  /** A place, as in a document's front matter; '' where it is not known. */
  region: z.string(),
  /** Paths of the documents that answer it; any of them counts. */
  documents: z.array(z.string()).min(1),
  /** Documents that must not be given as the rule: repealed, upcoming, another place's. */
  not: z.array(z.string()),
  /** Words that a right answer needs. */
  facts: z.array(z.string()),
})
export type RetrievalCase = z.infer<typeof retrievalCase>

/** Reads a file of cases, one JSON object a line. */
export const parseCases = (text: string): RetrievalCase[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => retrievalCase.parse(JSON.parse(line)))
