import type { Clock } from '../core/clock.ts'
import type { Log } from '../core/log.ts'
import type { WebhookDelivery, WebhookEndpoint, Webhooks } from '../core/webhooks.ts'
import type { Attempt, SendMessage } from './send-message.ts'

const firstWait = 5000
const longestWait = 6 * 3_600_000

/** Milliseconds before the next attempt: 5 s, 20 s, 80 s … at most 6 h, each a fifth more or less. `chance` is 0 … 1. */
export const waitAfter = (attempts: number, chance: number): number =>
  Math.round(Math.min(firstWait * 4 ** attempts, longestWait) * (0.8 + 0.4 * chance))

export interface WebhookDeliveries {
  /** Sends what is due; resolves when all of it was tried. */
  round(): Promise<void>
  /** Lets what is under way end. */
  stop(): Promise<void>
}

export interface DeliverWebhooksOptions {
  webhooks: Pick<Webhooks, 'take' | 'endpoint' | 'delivered' | 'failed' | 'remove'>
  send: SendMessage
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
  /** A message that could not be delivered for so long is given up, milliseconds. */
  giveUpAfter: number
}

/** Whatever becomes of its taker, a message is free again after so long: longer than an attempt can take, milliseconds. */
const takenFor = 120_000
const atOnce = 32
/** An endpoint that nobody answers at is left alone for so long, so that others do not wait for it, milliseconds. */
const restAfterSilence = 30_000

/** Carries queued messages to departments' systems, at least once each, and gives up what could not be delivered for days. */
export function deliverWebhooks(options: DeliverWebhooksOptions): WebhookDeliveries {
  const { webhooks, clock, log } = options
  const resting = new Map<string, number>()
  const underWay = new Set<Promise<void>>()

  async function deliver(delivery: WebhookDelivery): Promise<void> {
    const { sequence, endpoint: id } = delivery
    try {
      const endpoint = await webhooks.endpoint(id)
      if (endpoint === null || endpoint.removedAt !== null) return
      const attempt = await options.send(endpoint, delivery, clock())
      if (attempt.status === null) resting.set(id, clock().getTime() + restAfterSilence)
      else resting.delete(id)
      await note(options, { endpoint, delivery, attempt })
    } catch (error) {
      log('error', 'webhook not delivered', { sequence, error: error instanceof Error ? error.name : 'unknown' })
    }
  }

  /** Begins what is due, without waiting for it: one slow receiver must not hold up the next round. */
  async function start(): Promise<void> {
    const now = clock()
    for (const [id, until] of resting) if (until <= now.getTime()) resting.delete(id)
    const free = atOnce - underWay.size
    if (free <= 0) return
    const until = new Date(now.getTime() + takenFor)
    for (const delivery of await webhooks.take(now, until, { limit: free, except: [...resting.keys()] })) {
      const working = deliver(delivery).finally(() => underWay.delete(working))
      underWay.add(working)
    }
  }

  let starting: Promise<void> = Promise.resolve()
  const startNext = () => (starting = starting.catch(() => undefined).then(start))
  const timer = setInterval(() => {
    startNext().catch(() => log('error', 'webhooks not reached'))
  }, options.every)
  timer.unref()
  return {
    async round() {
      await startNext()
      await Promise.all(underWay)
    },
    async stop() {
      clearInterval(timer)
      await starting.catch(() => undefined)
      await Promise.all(underWay)
    },
  }
}

async function note(
  { webhooks, clock, log, giveUpAfter }: DeliverWebhooksOptions,
  { endpoint, delivery, attempt }: { endpoint: WebhookEndpoint; delivery: WebhookDelivery; attempt: Attempt },
): Promise<void> {
  const now = clock()
  const { sequence, attempts } = delivery
  if (attempt.error === null) return webhooks.delivered(sequence, now)
  const facts = { endpoint: endpoint.id, sequence, attempts: attempts + 1, error: attempt.error }
  if (attempt.status === 410) {
    // Gone: the receiver says that it wants nothing any more, now or later.
    await webhooks.remove(endpoint.id, now)
    return log('warn', 'webhook removed by its receiver', facts)
  }
  const wait = Math.max(waitAfter(attempts, Math.random()), (attempt.retryAfter ?? 0) * 1000)
  const late = now.getTime() - delivery.queuedAt.getTime() >= giveUpAfter
  await webhooks.failed(sequence, {
    error: attempt.error,
    at: now,
    tryAgainAt: late ? null : new Date(now.getTime() + wait),
  })
  log('warn', late ? 'webhook given up' : 'webhook to be tried again', facts)
}
