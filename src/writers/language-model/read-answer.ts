import { z } from 'zod'
import { createDropThoughts } from './drop-thoughts.ts'
import { createScanObjects } from './scan-objects.ts'

/** What a model said, piece by piece. */
export type AnswerPiece =
  | { kind: 'sentence'; text: string; tokens: readonly string[] }
  /** Ends the answer: the parts of the question that the passages do not answer; none where they answer all. */
  | { kind: 'uncovered'; parts: readonly string[] }

const one = z.union([z.string(), z.number()])
const line = z.object({
  sentence: z.string().optional(),
  sources: z.union([one, z.array(one)]).optional(),
  uncovered: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
})

/** A sentence with quotation marks that were not escaped. */
const careless = /^\{\s*"sentence"\s*:\s*"(?<sentence>.*)"\s*,\s*"sources"\s*:\s*(?<sources>\[[^\]]*\])\s*\}$/su

/** Reads "P1", "[P2]", 3 and "P1, P4" as tokens. */
const tokensIn = (sources: readonly (string | number)[]): string[] =>
  sources
    .flatMap((source) => String(source).match(/[a-z]*\d+/giu) ?? [String(source)])
    .map((token) => (/^\d/u.test(token) ? `P${token}` : token.toUpperCase()))

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const groups = careless.exec(text)?.groups
    return { sentence: groups?.['sentence'], sources: groups?.['sources']?.match(/\w+/gu) ?? [] }
  }
}

function piecesOf(object: string): AnswerPiece[] {
  const { sentence, sources = [], uncovered } = line.safeParse(parseObject(object)).data ?? {}
  const pieces: AnswerPiece[] = []
  if (sentence !== undefined) pieces.push({ kind: 'sentence', text: sentence, tokens: tokensIn([sources].flat()) })
  if (uncovered !== undefined)
    pieces.push({ kind: 'uncovered', parts: [uncovered ?? []].flat().filter((part) => part.trim() !== '') })
  return pieces
}

/**
 * Takes the text of a model as it comes and gives each {"sentence", "sources"} and {"uncovered"} in it as soon as it is whole. Thoughts,
 * preambles, code fences and anything else are passed over.
 */
export function createReadAnswer(): (text: string) => readonly AnswerPiece[] {
  const dropThoughts = createDropThoughts()
  const scanObjects = createScanObjects()
  return (text) => scanObjects(dropThoughts(text)).flatMap(piecesOf)
}
