import type { Step } from '../core/step.ts'
import type { Writer } from '../core/writer.ts'
import { unanswered } from './unanswered.ts'

/** Has the writer put the passages into an answer; where it cannot say, the turn ends unanswered. */
export function draftAnswer({ writer }: { writer: Writer }): Step {
  return {
    name: 'draft-answer',
    async run(turn, tools) {
      if (turn.passages.length === 0) return unanswered(turn)
      const draft = await writer.write(turn, tools)
      return draft === null ? unanswered(turn) : { ...turn, draft }
    },
  }
}
