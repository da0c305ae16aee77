import type { Language } from '../../core/language.ts'
import { nearCentres, type ClassCentres } from './class-centres.ts'
import type { LexicalLikeness } from './lexical-likeness.ts'
import { splitDemand } from './split-demand.ts'

/** What speaks for each class, by its place in the list of small classes. */
export interface Evidence {
  /** Cosine with the middle of the class's texts. */
  near: Float32Array
  /** Share of the words. */
  lexical: Float32Array
}

/** The evidence of a whole demand and of each of its pieces; a short demand has none. */
export interface DemandEvidence {
  whole: Evidence
  pieces: readonly Evidence[]
}

/** What is known of the classes in one language. */
export interface Learned {
  centres: ClassCentres
  lexical: LexicalLikeness
}

/** How texts are read. */
export interface Senses {
  /** Turns a text into a vector of length 1. */
  embed: (text: string, language: Language, signal: AbortSignal) => Promise<Float32Array>
  /** The terms of a text: pairs of Chinese characters, stems of words. */
  termsOf: (text: string) => readonly number[]
}

/** Looks at a demand as a whole and piece by piece. */
export async function gatherEvidence(
  { centres, lexical }: Learned,
  { embed, termsOf }: Senses,
  demand: { text: string; language: Language },
  signal: AbortSignal,
): Promise<DemandEvidence> {
  const look = async (text: string): Promise<Evidence> => {
    signal.throwIfAborted()
    const vector = await embed(text, demand.language, signal)
    return { near: nearCentres(centres, vector), lexical: lexical(termsOf(text)) }
  }
  const whole = await look(demand.text)
  const pieces: Evidence[] = []
  for (const piece of splitDemand(demand.text)) pieces.push(await look(piece))
  return { whole, pieces }
}
