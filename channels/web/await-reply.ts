import type { Reception } from '../../src/core/channel.ts'

/** Waits until a message has its reply, at most `patience` milliseconds; resolves with whether it has. */
export async function awaitReply(
  reception: Reception,
  { conversation, message, patience }: { conversation: string; message: string; patience: number },
): Promise<boolean> {
  const answered = async () =>
    (await reception.repliesSince(conversation, 0)).some(({ reply }) => reply.message === message)
  let unwatch = () => {}
  let timer: NodeJS.Timeout | undefined
  // Watching starts before the look into the store, so that a reply in between is not missed.
  const heard = new Promise<boolean>((resolve) => {
    unwatch = reception.watch(conversation, (event) => {
      if (event.kind === 'reply' && event.entry.reply.message === message) resolve(true)
    })
    timer = setTimeout(() => resolve(false), patience)
  })
  try {
    return (await answered()) || (await heard) || (await answered())
  } finally {
    unwatch()
    clearTimeout(timer)
  }
}
