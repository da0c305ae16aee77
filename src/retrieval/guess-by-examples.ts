import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import type { Language } from '../core/language.ts'
import { oncePerLanguage } from '../core/once-per-language.ts'
import type { Embedders } from './embedder.ts'
import type { Examples } from './match-examples.ts'
import { normalizeForModel } from './normalize.ts'

/** How strongly the examples are averaged rather than followed one by one, and how sharply values turn into chances (evals/kind). */
const smoothing = 0.8
const sharpness = 8

interface Example {
  label: number
  vector: Float32Array
}

/** The direction in which each label lies from the middle of all examples. */
interface Learned {
  middle: number[]
  directions: Matrix
}

/**
 * Ridge regression from vectors to labels, solved over the examples (there are fewer of them than dimensions); a label of few examples
 * counts as much as one of many.
 */
function learn(examples: readonly Example[], labels: number): Learned {
  const rows = new Matrix(examples.map(({ vector }) => Array.from(vector)))
  const middle = rows.mean('column')
  rows.subRowVector(middle)
  const alike = rows.mmul(rows.transpose())
  const countOf = (label: number) => examples.filter((example) => example.label === label).length
  examples.forEach(({ label }, at) =>
    alike.set(at, at, alike.get(at, at) + (smoothing * labels * countOf(label)) / examples.length),
  )
  const wanted = new Matrix(
    examples.map(({ label }) => Array.from({ length: labels }, (_, at) => (at === label ? 1 : 0) - 1 / labels)),
  )
  return { middle, directions: rows.transpose().mmul(new CholeskyDecomposition(alike).solve(wanted)) }
}

function chancesOf({ middle, directions }: Learned, vector: Float32Array): readonly number[] {
  const sums = Matrix.rowVector(vector).subRowVector(middle).mmul(directions).mul(sharpness).getRow(0)
  const highest = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - highest))
  const all = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / all)
}

/** The language that is learned from the start on, in the background; the other's model is loaded when it is needed. */
const first: Language = 'zh'

/**
 * Learns from example sentences what people mean, and gives for a text the chance of each meaning; they add up to 1. Examples of one
 * meaning are to be about many matters, so that the matter says nothing.
 */
export function createExampleGuesser({ embedders, examples }: { embedders: Embedders; examples: Examples }) {
  const never = new AbortController().signal
  const labels = Object.keys(examples)
  const embed = (text: string, language: Language, signal: AbortSignal) =>
    embedders[language].embed(normalizeForModel(text), signal)
  const learnAll = async (language: Language): Promise<Learned> => {
    const all = Object.values(examples).flatMap((sentences, label) =>
      sentences[language].map(async (text) => ({ label, vector: await embed(text, language, never) })),
    )
    return learn(await Promise.all(all), labels.length)
  }
  const load = oncePerLanguage(learnAll)
  void load(first).catch(() => undefined)
  return async (text: string, language: Language, signal: AbortSignal): Promise<Readonly<Record<string, number>>> => {
    const [learned, vector] = await Promise.all([load(language), embed(text, language, signal)])
    const chances = chancesOf(learned, vector)
    return Object.fromEntries(labels.map((label, at) => [label, chances[at] ?? 0]))
  }
}
export type GuessByExamples = ReturnType<typeof createExampleGuesser>
