import { setTimeout } from 'node:timers/promises'
import { StaleTicket } from './core/stale-ticket.ts'

/** Others who change the same ticket at the same time are let past so often. Each time one of them is done, so many can be ahead. */
const attempts = 60
/** The longest wait before another attempt, milliseconds; each waits for a time of its own, so that they do not meet again. */
const longestWait = 100
const waitAfter = (attempt: number) => setTimeout(Math.random() * Math.min(2 ** attempt, longestWait))

/** Does work on a ticket, and again from its beginning, on what others have made of it, where somebody was faster. */
export async function pastOthers<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof StaleTicket) || attempt >= attempts) throw error
      await waitAfter(attempt)
    }
}
