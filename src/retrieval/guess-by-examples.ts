import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import type { Language } from '../core/language.ts'
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
  middle: Float64Array
  directions: Matrix
}

/**
 * Ridge regression from vectors to labels, solved over the examples (there are fewer of them than dimensions); a label of few examples
 * counts as much as one of many.
 */
function learn(examples: readonly Example[], labels: number): Learned {
  const dimensions = examples[0]?.vector.length ?? 0
  const middle = new Float64Array(dimensions)
  for (const { vector } of examples) vector.forEach((value, at) => (middle[at] = (middle[at] ?? 0) + value))
  middle.forEach((sum, at) => (middle[at] = sum / examples.length))
  const rows = new Matrix(examples.map(({ vector }) => Array.from(vector, (value, at) => value - (middle[at] ?? 0))))
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
  const sums = Array.from({ length: directions.columns }, (_, label) => {
    let sum = 0
    for (let at = 0; at < middle.length; at += 1)
      sum += ((vector[at] ?? 0) - (middle[at] ?? 0)) * directions.get(at, label)
    return sum * sharpness
  })
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
  const known = new Map<Language, Promise<Learned>>()
  const load = (language: Language) => {
    const loading = known.get(language) ?? learnAll(language)
    known.set(language, loading)
    // What failed is tried again with the next message.
    loading.catch(() => known.delete(language))
    return loading
  }
  void load(first).catch(() => undefined)
  return async (text: string, language: Language, signal: AbortSignal): Promise<Readonly<Record<string, number>>> => {
    const [learned, vector] = await Promise.all([load(language), embed(text, language, signal)])
    const chances = chancesOf(learned, vector)
    return Object.fromEntries(labels.map((label, at) => [label, chances[at] ?? 0]))
  }
}
export type GuessByExamples = ReturnType<typeof createExampleGuesser>
