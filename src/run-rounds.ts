import type { Log } from './core/log.ts'

/** Work that is done again and again. `round` does it now; `stop` resolves when the round under way has ended. */
export interface Rounds {
  round(): Promise<void>
  stop(): Promise<void>
}

/** Does work every so many milliseconds, one round after the other. A round that fails is logged under `failed`, and the next one comes. */
export function runRounds({
  work,
  every,
  log,
  failed,
}: {
  work: () => Promise<void>
  every: number
  log: Log
  failed: string
}): Rounds {
  let running: Promise<void> = Promise.resolve()
  const once = () =>
    work().catch((error: unknown) => log('error', failed, { error: error instanceof Error ? error.name : 'unknown' }))
  const round = () => (running = running.then(once))
  const timer = setInterval(() => void round(), every)
  timer.unref()
  return {
    round,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
