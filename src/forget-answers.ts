import type { Clock } from './core/clock.ts'
import type { GivenAnswers } from './core/given-answers.ts'
import type { Log } from './core/log.ts'
import { answersKeptFor } from './server/departments/remember-answers.ts'

/** Removes again and again the answers that nobody may ask for any more. `stop` resolves when the round under way has ended. */
export function forgetAnswers(options: {
  answers: Pick<GivenAnswers, 'forget'>
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): { round(): Promise<void>; stop(): Promise<void> } {
  const { answers, clock, log, every } = options
  let running: Promise<void> = Promise.resolve()
  async function forget(): Promise<void> {
    try {
      const count = await answers.forget(new Date(clock().getTime() - answersKeptFor))
      if (count > 0) log('info', 'answers forgotten', { count })
    } catch (error) {
      log('error', 'answers not forgotten', { error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const round = () => (running = running.then(forget))
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
