import type { ConversationEvent, Reception } from '../../src/core/channel.ts'
import type { OutboxEntry } from '../../src/core/store.ts'
import { wireReply, wireSentence } from './to-wire.ts'

export interface EventStreamOptions {
  reception: Reception
  conversation: string
  /** Sequence of the last reply the reader has. */
  after: number
  /** Milliseconds between heartbeats; each also looks into the store for replies that another process settled. */
  heartbeat: number
  signal: AbortSignal
  /** Called once when the stream is over. */
  ended: () => void
}

/** Events that may wait for a slow reader before its stream is closed; it resumes from the store. */
const mostWaiting = 500

const frame = (event: string, data: unknown, id?: number) =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/**
 * The events of one conversation as server-sent events: first the replies after `after` from the store, then what happens. Each reply is
 * sent once and in order. Ends on abort, and when the reader goes.
 */
export function eventStream(options: EventStreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let end = () => {}
  let gone = false
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let last = options.after
        let ended = false
        const write = (text: string) => {
          if (ended) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -mostWaiting) end()
        }
        const writeReply = (entry: OutboxEntry) => {
          if (entry.sequence <= last) return
          last = entry.sequence
          write(frame('reply', wireReply(entry), entry.sequence))
        }
        const catchUp = async () => {
          for (const entry of await options.reception.repliesSince(options.conversation, last)) writeReply(entry)
        }
        const hear = (event: ConversationEvent) => {
          // A reply is read from the store: an earlier one may not have been sent yet.
          if (event.kind === 'reply') void catchUp().catch(() => end())
          else write(frame('sentence', wireSentence(event.message, event.sentence)))
        }
        const unwatch = options.reception.watch(options.conversation, hear)
        const beat = setInterval(() => {
          write(': here\n\n')
          void catchUp().catch(() => end())
        }, options.heartbeat)
        end = () => {
          if (ended) return
          ended = true
          clearInterval(beat)
          unwatch()
          options.signal.removeEventListener('abort', end)
          options.ended()
          if (!gone) controller.close()
        }
        options.signal.addEventListener('abort', end)
        write('retry: 2000\n\n')
        if (options.signal.aborted) end()
        return catchUp().catch(() => end())
      },
      cancel() {
        gone = true
        end()
      },
    },
    { highWaterMark: 16 },
  )
}
