import type { SubjectClass, SubjectGuess } from '../../core/dispatch.ts'
import type { Language } from '../../core/language.ts'
import type { Classify } from './classify.ts'
import { applyLinear } from './fit-ridge.ts'
import { fitSubjects, type Embed, type SubjectModel } from './fit-subjects.ts'
import { createLexicalLikeness, type LexicalLikeness } from './lexical-likeness.ts'
import { nearestExamples } from './nearest-examples.ts'
import { splitDemand } from './split-demand.ts'
import { subjectTexts, type ExampleSentences, type SubjectText } from './subject-texts.ts'

/** Gets a model that was fitted to these texts before, or fits it. */
export type RememberModel = (
  language: Language,
  texts: readonly SubjectText[],
  fit: () => Promise<SubjectModel>,
) => Promise<SubjectModel>

export interface ClassifierOptions {
  subjects: ReadonlyMap<string, SubjectClass>
  examples: readonly ExampleSentences[]
  embed: Embed
  /** The terms of a text: pairs of Chinese characters, stems of words. */
  termsOf: (text: string) => readonly number[]
  remember: RememberModel
}

/** How much each kind of evidence counts, and how sharply sums turn into chances; measured on demands that nothing was learned from. */
export interface Mixture {
  linear: number
  near: number
  lexical: number
  /** How much the best piece counts beside the whole, 0 … 1. */
  piece: number
  sharpness: number
}

/** Classes that are handed on; the rest share too little to matter. */
const handedOn = 30

interface Learned {
  model: SubjectModel
  lexical: LexicalLikeness
}

function chances(scores: Float32Array, sharpness: number): Float32Array {
  const highest = scores.reduce((most, score) => Math.max(most, score), -Infinity)
  const raised = scores.map((score) => Math.exp((score - highest) * sharpness))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

/** Ranks the small classes for a text without a language model; it learns from the examples in the background, at once for Chinese. */
export function createClassifier(options: ClassifierOptions, mixtures: Readonly<Record<Language, Mixture>>) {
  const { embed, termsOf, remember } = options
  const classes = [...options.subjects.values()].filter(({ code }) => !code.endsWith('00'))
  const never = new AbortController().signal
  async function learn(language: Language): Promise<Learned> {
    const texts = subjectTexts(classes, options.examples, language)
    const model = await remember(language, texts, () =>
      fitSubjects(texts, classes.length, (text) => embed(text, language, never)),
    )
    return { model, lexical: createLexicalLikeness(texts, classes.length, termsOf) }
  }
  const known = new Map<Language, Promise<Learned>>()
  const learned = (language: Language): Promise<Learned> => {
    const learning = known.get(language) ?? learn(language)
    known.set(language, learning)
    // What failed is tried again with the next demand.
    learning.catch(() => known.delete(language))
    return learning
  }
  function score({ model, lexical }: Learned, mixture: Mixture, text: string, vector: Float32Array): Float32Array {
    const [linear, near, words] = [
      applyLinear(model.linear, vector),
      nearestExamples(model, vector),
      lexical(termsOf(text)),
    ]
    return linear.map(
      (value, at) => mixture.linear * value + mixture.near * (near[at] ?? 0) + mixture.lexical * (words[at] ?? 0),
    )
  }
  const classify: Classify = async (text, language, signal) => {
    const [own, mixture] = [await learned(language), mixtures[language]]
    const scores: Float32Array[] = []
    for (const piece of [text, ...splitDemand(text)]) {
      signal.throwIfAborted()
      scores.push(score(own, mixture, piece, await embed(piece, language, signal)))
    }
    const [whole = new Float32Array(classes.length), ...pieces] = scores
    const best =
      pieces.length === 0
        ? whole
        : whole.map((_, at) => pieces.reduce((most, piece) => Math.max(most, piece[at] ?? 0), -1))
    const mixed = whole.map((value, at) => (1 - mixture.piece) * value + mixture.piece * (best[at] ?? 0))
    const confidences = chances(mixed, mixture.sharpness)
    return classes
      .map(({ code }, at): SubjectGuess => ({ code, confidence: confidences[at] ?? 0 }))
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, handedOn)
  }
  return { classify, prepare: async (language: Language) => void (await learned(language)) }
}
