import type { Clock } from './core/clock.ts'
import type { GivenAnswers } from './core/given-answers.ts'
import type { Log } from './core/log.ts'
import type { Webhooks } from './core/webhooks.ts'
import { runRounds, type Rounds } from './run-rounds.ts'
import { answersKeptFor } from './server/departments/remember-answers.ts'

/** For how long it can be seen what became of a message, and one that was given up be sent again, milliseconds. */
const messagesKeptFor = 30 * 86_400_000

/** Removes again and again the answers that nobody may ask for any more, and messages that have been done with for long. */
export function forgetPast(options: {
  answers: Pick<GivenAnswers, 'forget'>
  webhooks: Pick<Webhooks, 'forget'>
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): Rounds {
  const { answers, webhooks, clock, log, every } = options
  async function work(): Promise<void> {
    const before = (milliseconds: number) => new Date(clock().getTime() - milliseconds)
    const facts = {
      answers: await answers.forget(before(answersKeptFor)),
      messages: await webhooks.forget(before(messagesKeptFor)),
    }
    if (facts.answers + facts.messages > 0) log('info', 'past of systems forgotten', facts)
  }
  return runRounds({ work, every, log, failed: 'past of systems not forgotten' })
}
