/**
 * Accepts messages, settles them with a ticket and queues the replies, and tells what is done line by line, each only after the store
 * has acknowledged it. It works until it is killed or the store fails.
 */
import { StoreUnavailable } from '../../../src/core/store-unavailable.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { makeConversation, makeMessage, makeRecord, makeReply, makeTicket, noon } from '../makers.ts'

const [url = '', dataFolder = '', run = ''] = process.argv.slice(2)
const tell = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`)

async function work(): Promise<never> {
  const store = await createStore({ url: url === '' ? null : url, dataFolder, clock: () => noon, patience: 200 })
  await store.conversations.open(makeConversation())
  tell('ready')
  const answer = async (message: string) => {
    await store.conversations.accept(makeMessage({ id: message, text: '问'.repeat(500) }))
    tell('accepted', message)
    const number = await store.transaction(async ({ conversations, tickets, outbox }) => {
      const ticket = await tickets.file(makeTicket())
      const reply = makeReply({ message, ticket: ticket.number })
      await conversations.settle(makeRecord({ message, reply }))
      await outbox.queue({ conversation: 'conversation-1', address: makeMessage().from, reply, queuedAt: noon })
      return ticket.number
    })
    tell('settled', message, number)
  }
  for (let count = 0; ; count += 4) await Promise.all([0, 1, 2, 3].map((each) => answer(`${run}-${count + each}`)))
}

work().catch((error: unknown) => {
  tell('failed', error instanceof StoreUnavailable ? error.reason : String(error))
  process.exitCode = 3
})
