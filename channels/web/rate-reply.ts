import type { Reception } from '../../src/core/channel.ts'
import type { Feedback } from '../../src/core/store.ts'
import { Refusal } from './refusal.ts'

/** Records a rating; one of a message that this conversation does not have is refused. */
export async function rateReply(reception: Reception, feedback: Omit<Feedback, 'at'>): Promise<void> {
  const messages = await reception.messages(feedback.conversation)
  if (!messages.some(({ id }) => id === feedback.message)) throw new Refusal('not-found')
  await reception.rate(feedback)
}
