import type { Language } from '../core/language.ts'
import { oncePerLanguage } from '../core/once-per-language.ts'
import type { Embedders } from './embedder.ts'
import { normalizeForModel } from './normalize.ts'

/** What people say, by what they mean by it; `none` is what sounds like one of the others and is not. */
export type Examples = Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>>

export interface ExampleMatch {
  /** The meaning of the nearest example that is not `none`. */
  kind: string
  /** Mean cosine with the nearest such examples. */
  fit: number
  /** How much nearer the message is to such examples than to those of `none`: a difference of cosines. */
  margin: number
}

interface Known {
  kind: string
  vector: Float32Array
}

/** Examples that are looked at together: one alone may be near by chance. */
const company = 3

/** Cosine of two unit-length vectors. A plain loop: with a callback, 300 examples take longer than the model. */
function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

const meanOfBest = (values: readonly number[]): number => {
  const best = values.toSorted((a, b) => b - a).slice(0, company)
  return best.length === 0 ? -1 : best.reduce((sum, value) => sum + value, 0) / best.length
}

/** The language whose examples are embedded from the start on, in the background; the others' model is loaded when it is needed. */
const first: Language = 'zh'

/** Compares messages with examples by meaning. */
export function createExampleMatcher({ embedders, examples }: { embedders: Embedders; examples: Examples }) {
  const never = new AbortController().signal
  const embed = (text: string, language: Language, signal: AbortSignal) =>
    embedders[language].embed(normalizeForModel(text), signal)
  const embedAll = async (language: Language): Promise<readonly Known[]> =>
    Promise.all(
      Object.entries(examples).flatMap(([kind, sentences]) =>
        sentences[language].map(async (text) => ({ kind, vector: await embed(text, language, never) })),
      ),
    )
  const load = oncePerLanguage(embedAll)
  void load(first).catch(() => undefined)
  return async (text: string, language: Language, signal: AbortSignal): Promise<ExampleMatch | null> => {
    const [all, vector] = await Promise.all([load(language), embed(text, language, signal)])
    const near = all.map((example) => ({ kind: example.kind, fit: cosine(example.vector, vector) }))
    const meant = near.filter(({ kind }) => kind !== 'none').toSorted((a, b) => b.fit - a.fit)
    const rest = near.filter(({ kind }) => kind === 'none')
    const [nearest] = meant
    if (nearest === undefined) return null
    const fit = meanOfBest(meant.map((example) => example.fit))
    return { kind: nearest.kind, fit, margin: fit - meanOfBest(rest.map((example) => example.fit)) }
  }
}
export type MatchExamples = ReturnType<typeof createExampleMatcher>
