import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Language } from '../core/language.ts'
import type { DispatchData } from '../load-catalogue.ts'
import type { Embedders } from '../retrieval/embedder.ts'
import { normalizeForModel } from '../retrieval/normalize.ts'
import { termsOf } from '../retrieval/terms.ts'
import { createClassifier, type Classifier } from '../tickets/classify/create-classifier.ts'
import type { Senses } from '../tickets/classify/gather-evidence.ts'
import { mixtures } from '../tickets/classify/mixtures.ts'
import { rememberCentres } from './remember-centres.ts'

export interface ClassifierSetting {
  data: Pick<DispatchData, 'catalogue' | 'examples'>
  embedders: Embedders
  /** What was learned is kept in a folder of its own there. */
  dataFolder: string
}

/** How the classifier reads texts: the embedders of the knowledge index and its terms. */
export const sensesOf = (embedders: Embedders): Senses => ({
  embed: (text, language, signal) => embedders[language].embed(normalizeForModel(text), signal),
  termsOf,
})

/** What is kept of the texts, and how. To be changed with it: what an earlier version has kept would be read as if it were this. */
const learned = 'middle of each class 1'

/** A classifier over loaded tables; it learns with the first demand of a language and remembers what it learned on disk. */
export function openClassifier({ data, embedders, dataFolder }: ClassifierSetting): Classifier {
  const remember = rememberCentres(join(dataFolder, 'dispatch'))
  const keyOf = (language: Language, texts: unknown) =>
    createHash('sha256')
      .update(`${learned}\n${embedders[language].name}\n${JSON.stringify(texts)}`)
      .digest('hex')
      .slice(0, 16)
  return createClassifier(
    {
      subjects: data.catalogue.subjects,
      examples: data.examples,
      ...sensesOf(embedders),
      remember: (language, texts, find) => remember(language, keyOf(language, texts), find),
    },
    mixtures,
  )
}
