import type { Language } from '../../core/language.ts'
import { fitRidge, type LinearModel } from './fit-ridge.ts'
import type { SubjectText } from './subject-texts.ts'

/** Turns a text into a vector of length 1. */
export type Embed = (text: string, language: Language, signal: AbortSignal) => Promise<Float32Array>

/** What was learned from the texts of the classes in one language. */
export interface SubjectModel {
  /** The class of each vector, by its place in the list of small classes. */
  labels: readonly number[]
  vectors: readonly Float32Array[]
  linear: LinearModel
}

/** Of .1, .3, 1 and 3 the one that ranks best in cross-validation. */
const penalty = 1

/** Embeds the texts one after the other, so that whoever else waits for the model is served in between, and fits the linear model. */
export async function fitSubjects(
  texts: readonly SubjectText[],
  classes: number,
  embed: (text: string) => Promise<Float32Array>,
): Promise<SubjectModel> {
  const vectors: Float32Array[] = []
  for (const { text } of texts) vectors.push(await embed(text))
  const labels = texts.map(({ label }) => label)
  const samples = vectors.map((vector, at) => ({ vector, label: labels[at] ?? 0 }))
  return { labels, vectors, linear: await fitRidge(samples, { classes, penalty }) }
}
