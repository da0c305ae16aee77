import type { SubjectClass, SubjectGuess } from '../../core/dispatch.ts'
import type { Language } from '../../core/language.ts'
import { oncePerLanguage } from '../../core/once-per-language.ts'
import type { Classify } from './classify.ts'
import { findCentres, type ClassCentres } from './class-centres.ts'
import { gatherEvidence, type DemandEvidence, type Learned, type Senses } from './gather-evidence.ts'
import { createLexicalLikeness } from './lexical-likeness.ts'
import { mixEvidence, type Mixture } from './mix-evidence.ts'
import { subjectTexts, type ExampleSentences, type SubjectText } from './subject-texts.ts'

/** Gets what was learned from these texts before, or learns it. */
export type RememberCentres = (
  language: Language,
  texts: readonly SubjectText[],
  find: () => Promise<ClassCentres>,
) => Promise<ClassCentres>

export interface ClassifierOptions extends Senses {
  subjects: ReadonlyMap<string, SubjectClass>
  examples: readonly ExampleSentences[]
  remember: RememberCentres
}

export interface Classifier {
  /** Codes of the small classes, in the order of the evidence. */
  codes: readonly string[]
  classify: Classify
  /** What speaks for which class, before it is weighed: for measurements. */
  look(text: string, language: Language, signal: AbortSignal): Promise<DemandEvidence>
  /** Learns a language now rather than with its first demand. */
  prepare(language: Language): Promise<void>
}

/** Classes that are handed on; the rest share too little to matter. */
const handedOn = 30

/** Ranks the small classes for a text without a language model, by their examples and explanations. */
export function createClassifier(
  { subjects, examples, remember, ...senses }: ClassifierOptions,
  mixtures: Readonly<Record<Language, Mixture>>,
): Classifier {
  const classes = [...subjects.values()].filter(({ code }) => !code.endsWith('00'))
  const codes = classes.map(({ code }) => code)
  const never = new AbortController().signal
  async function learn(language: Language): Promise<Learned> {
    const texts = subjectTexts(classes, examples, language)
    const centres = await remember(language, texts, () =>
      findCentres(texts, classes.length, (text) => senses.embed(text, language, never)),
    )
    return { centres, lexical: createLexicalLikeness(texts, classes.length, senses.termsOf) }
  }
  const learned = oncePerLanguage(learn)
  const look = async (text: string, language: Language, signal: AbortSignal) =>
    gatherEvidence(await learned(language), senses, { text, language }, signal)
  return {
    codes,
    look,
    async classify(text, language, signal) {
      const confidences = mixEvidence(await look(text, language, signal), mixtures[language])
      return codes
        .map((code, at): SubjectGuess => ({ code, confidence: confidences[at] ?? 0 }))
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, handedOn)
    },
    prepare: async (language) => void (await learned(language)),
  }
}
