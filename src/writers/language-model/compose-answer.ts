import type { Sentence } from '../../core/draft.ts'
import type { AskModel } from './ask-model.ts'
import { ModelFault } from './model-fault.ts'
import { createReadAnswer, type AnswerPiece } from './read-answer.ts'

/** What came of a model's answer. */
export interface Composed {
  sentences: readonly Sentence[]
  /** Sentences that were proposed and not released. */
  dropped: number
  uncovered: readonly string[]
  /** Whether the model came to its end. */
  complete: boolean
  /** Why it did not; null where it did. */
  fault: ModelFault | null
}

export interface ComposeOptions {
  answer: ReturnType<AskModel>
  /** Makes a sentence of a piece; null where it may not be shown. */
  accept(piece: Extract<AnswerPiece, { kind: 'sentence' }>): Sentence | null
  /** Whether a part may be named as not covered. */
  acceptPart(part: string): boolean
  release(sentence: Sentence): void
}

/** More than this is no answer of short sentences; characters, thoughts included. */
const longest = 40_000
const mostSentences = 12

/** Releases each sentence of a model's answer that is accepted, as soon as it is whole and each once, and says how the answer ended. */
export async function composeAnswer({ answer, accept, acceptPart, release }: ComposeOptions): Promise<Composed> {
  const read = createReadAnswer()
  const sentences: Sentence[] = []
  let [dropped, characters, ended] = [0, 0, false]
  let uncovered: readonly string[] = []

  const take = (piece: AnswerPiece) => {
    if (piece.kind === 'uncovered') {
      ended = true
      uncovered = piece.parts
      return
    }
    const sentence = accept(piece)
    if (sentence === null || sentences.length >= mostSentences) dropped += 1
    else if (sentences.every(({ text }) => text !== sentence.text)) {
      sentences.push(sentence)
      release(sentence)
    }
  }

  const settle = (fault: ModelFault | null): Composed => {
    const parts = uncovered.filter(acceptPart)
    const lost = dropped + (uncovered.length - parts.length)
    return { sentences, dropped: lost, uncovered: parts, complete: ended, fault: ended ? null : fault }
  }

  try {
    for await (const { text, finish } of answer) {
      characters += text.length
      if (characters > longest) throw new ModelFault('too-long')
      read(text).forEach(take)
      if (finish === 'stop') ended = true
    }
  } catch (error) {
    if (error instanceof ModelFault) return settle(error)
    throw error
  }
  return settle(null)
}
