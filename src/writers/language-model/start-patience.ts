import { ModelFault } from './model-fault.ts'

/** Shares of the time allowed: until the first sentence, and until the last. What is left is the fallback's. */
const shares = { first: 0.7, whole: 0.95 }

export interface Patience {
  /** Aborts with a ModelFault when the time is up, and with the outer reason when the asker goes away. */
  signal: AbortSignal
  /** The first sentence stands. */
  satisfied(): void
  end(): void
}

/** Starts to wait for a model's answer, `timeout` milliseconds in all. */
export function startPatience(outer: AbortSignal, timeout: number): Patience {
  const late = new AbortController()
  const giveUp = () => late.abort(new ModelFault('too-late'))
  const first = setTimeout(giveUp, timeout * shares.first)
  const whole = setTimeout(giveUp, timeout * shares.whole)
  return {
    signal: AbortSignal.any([outer, late.signal]),
    satisfied: () => clearTimeout(first),
    end() {
      clearTimeout(first)
      clearTimeout(whole)
    },
  }
}
