import type { Outcome } from './outcome.ts'
import { isOutcome, type Step, type StepTools } from './step.ts'
import type { Turn } from './turn.ts'

/** What one step did and how long it took; it carries no text. */
export interface StepTrace {
  step: string
  milliseconds: number
  ended: Outcome['kind'] | null
  fault: string | null
}

export interface PipelineResult {
  turn: Turn
  outcome: Outcome
  trace: readonly StepTrace[]
}

const toPerson = (turn: Turn, tried: string): Outcome => ({
  kind: 'handover',
  handover: { reason: 'fault', summary: turn.query, tried: [tried] },
})

const leaving = ({ left }: Turn, outcome: Outcome): Outcome => (left === null ? outcome : { ...outcome, leaves: true })

/**
 * Runs the steps in order until one ends the turn. A fault, or a list that ends without an outcome, goes to a person; an abort is
 * rethrown, because the caller no longer waits.
 */
export async function runPipeline(steps: readonly Step[], start: Turn, tools: StepTools): Promise<PipelineResult> {
  const trace: StepTrace[] = []
  let turn = start
  for (const step of steps) {
    const began = performance.now()
    const note = (ended: Outcome['kind'] | null, fault: string | null) =>
      trace.push({ step: step.name, milliseconds: performance.now() - began, ended, fault })
    try {
      tools.signal.throwIfAborted()
      const result = await step.run(turn, tools)
      note(isOutcome(result) ? result.kind : null, null)
      if (isOutcome(result)) return { turn, outcome: leaving(turn, result), trace }
      turn = result
    } catch (error) {
      if (tools.signal.aborted) throw error
      note('handover', error instanceof Error ? `${error.name}: ${error.message}` : 'unknown')
      return { turn, outcome: toPerson(turn, `The step ${step.name} failed.`), trace }
    }
  }
  return { turn, outcome: toPerson(turn, 'No step came to an answer.'), trace }
}
