import type { Citation } from './passage.ts'

/** One statement as shown. Every citation supports it; a statement without one cannot pass the support check. */
export interface Sentence {
  text: string
  citations: readonly Citation[]
  /** [start, end) offsets in `text`, UTF-16 units, of the words that answer the question. */
  marks: readonly (readonly [number, number])[]
}

/** What a writer proposes; the support check decides what of it is shown. */
export interface Draft {
  sentences: readonly Sentence[]
  coverage: 'full' | 'partial'
  /** Parts of the question that the passages do not answer, in the asker's words. */
  uncovered: readonly string[]
  /** Which writer wrote it and with what, for replay: 'extractive', or a model's name and the prompt's version. */
  writer: WriterMark
}

export interface WriterMark {
  name: string
  model: string | null
  promptVersion: string | null
}
