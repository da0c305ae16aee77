import type { Draft } from './draft.ts'
import type { StepTools } from './step.ts'
import type { Turn } from './turn.ts'

/** Writes an answer from the turn's passages, or null where they do not say. It may release sentences early through `say`. */
export interface Writer {
  name: string
  write(turn: Turn, tools: StepTools): Promise<Draft | null>
}
