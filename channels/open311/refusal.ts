import { phrase, type Phrase } from '../../src/core/phrase.ts'

/**
 * A request that is not fulfilled. The specification knows 404 for what there is not, 403 for keys, and 400 for all else that the caller
 * can mend.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  status: number
  words: Phrase

  constructor(status: number, words: Phrase) {
    super(words.id)
    this.status = status
    this.words = words
  }
}

/** Refuses in the words of `open311.refused.<what>`. */
export const refuse = (status: number, what: string, values: Readonly<Record<string, string>> = {}): Refusal =>
  new Refusal(status, phrase(`open311.refused.${what}`, values))
