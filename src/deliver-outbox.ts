import type { Channel } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { OutboxEntry, Store } from './core/store.ts'

/** Waits between attempts, milliseconds: 2 s, 4 s, 8 s … at most 10 minutes. */
export const waitBeforeAttempt = (attempts: number): number => Math.min(2000 * 2 ** attempts, 600_000)

export interface Delivery {
  /** Delivers one stored reply now; a failure is noted and tried again later. */
  send(entry: OutboxEntry): Promise<void>
  /** Delivers what is due, in order; resolves when the round is over. */
  round(): Promise<void>
  stop(): Promise<void>
}

const atOnce = 50

/** Carries stored replies to their channels, at least once each; a channel that fails is tried again with growing waits. */
export function deliverOutbox(options: {
  store: Store
  channels: ReadonlyMap<string, Channel>
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): Delivery {
  const { store, channels, clock, log } = options
  const underWay = new Set<number>()

  async function send(entry: OutboxEntry): Promise<void> {
    if (underWay.has(entry.sequence)) return
    underWay.add(entry.sequence)
    try {
      const channel = channels.get(entry.address.channel)
      if (channel === undefined) throw new Error(`No channel '${entry.address.channel}' is running.`)
      await channel.deliver(entry.address, entry.reply)
      await store.outbox.delivered(entry.sequence, clock())
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      log('warn', 'delivery failed', {
        sequence: entry.sequence,
        channel: entry.address.channel,
        attempts: entry.attempts + 1,
        error: name,
      })
      const again = new Date(clock().getTime() + waitBeforeAttempt(entry.attempts))
      await store.outbox
        .failed(entry.sequence, name, again)
        .catch(() => log('error', 'outbox not reached', { sequence: entry.sequence }))
    } finally {
      underWay.delete(entry.sequence)
    }
  }

  let running: Promise<void> = Promise.resolve()
  const round = (): Promise<void> => {
    running = running.then(async () => {
      const entries = await store.outbox.due(clock(), atOnce)
      for (const entry of entries) await send(entry)
    })
    return running
  }
  const timer = setInterval(() => void round().catch(() => log('error', 'outbox not reached')), options.every)
  timer.unref()
  return {
    send,
    round,
    async stop() {
      clearInterval(timer)
      await running.catch(() => undefined)
    },
  }
}
