import type { Outcome } from './outcome.ts'
import { isOutcome, type Step } from './step.ts'
import type { Turn } from './turn.ts'

/**
 * Runs a guard and a step at the same time. Nothing the step says is released, and its result does not count, until the guard has let
 * the turn pass; a guard that ends the turn aborts the step.
 */
export function beside(guard: Step, step: Step): Step {
  return {
    name: `${guard.name}+${step.name}`,
    async run(turn, tools): Promise<Turn | Outcome> {
      const stop = new AbortController()
      const signal = AbortSignal.any([tools.signal, stop.signal])
      const held: Parameters<typeof tools.say>[0][] = []
      let open = false
      const say: typeof tools.say = (sentence) => (open ? tools.say(sentence) : void held.push(sentence))
      const running = step.run(turn, { signal, say })
      running.catch(() => undefined)
      const checked = await guard.run(turn, tools).catch((error: unknown) => {
        stop.abort()
        throw error
      })
      if (isOutcome(checked)) {
        stop.abort()
        return checked
      }
      open = true
      held.forEach(tools.say)
      return running
    },
  }
}
