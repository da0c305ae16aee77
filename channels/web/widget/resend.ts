import type { ChatState, SentMessage } from './chat-state.ts'
import { pause } from './pause.ts'

/** Between two tries, milliseconds. */
const [firstWait, longestWait] = [3000, 20_000]

/** What did not go out for want of a connection. */
export const unsentIn = ({ messages }: ChatState): readonly SentMessage[] =>
  messages.filter(({ problem }) => problem?.kind === 'offline')

/** Tries again to send what did not go out, oldest first: at once, or from now on until all of it is sent. */
export function createResend(options: { state: () => ChatState; transmit: (message: SentMessage) => Promise<void> }) {
  const { state, transmit } = options
  let trying = false
  async function now(): Promise<void> {
    for (const message of unsentIn(state())) await transmit(message)
  }
  return {
    now,
    async later(): Promise<void> {
      if (trying) return
      trying = true
      for (let wait = firstWait; unsentIn(state()).length > 0; wait = Math.min(wait * 2, longestWait)) {
        await pause(wait)
        await now()
      }
      trying = false
    },
  }
}
