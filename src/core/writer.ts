import type { Draft, Sentence } from './draft.ts'
import type { StepTools } from './step.ts'
import type { Turn } from './turn.ts'

/** Writes an answer from the turn's passages, or null where they do not say. It may release sentences early through `say`. */
export interface Writer {
  name: string
  write(turn: Turn, tools: StepTools): Promise<Draft | null>
}

/**
 * Whether every statement of a sentence follows from the quotes it cites: its numbers, dates, names and negations included. A sentence
 * without a citation is never supported.
 */
export type Supports = (sentence: Pick<Sentence, 'text' | 'citations'>) => boolean
