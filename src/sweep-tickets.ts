import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/store.ts'
import type { TicketOffice } from './core/ticket-office.ts'

export interface TicketSweep {
  /** Looks at every demand whose time has come; resolves with their number. */
  round(): Promise<number>
  /** Lets the round under way end after the demand it is at. */
  stop(): Promise<void>
}

const atOnce = 100
/** A demand that cannot be looked at is tried again so much later, milliseconds: it keeps nobody else waiting. */
const waitAfterFault = 600_000

/**
 * Looks again and again at the demands for which something is due: new ones are taken in, reminders and breaches recorded, pauses ended.
 * Several processes may do so side by side: what one has added, another finds there.
 */
export function sweepTickets(options: {
  store: Pick<Store, 'cases'>
  office: TicketOffice
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): TicketSweep {
  const { store, office, clock, log } = options
  const stopped = new AbortController()

  async function lookAt(number: string): Promise<void> {
    try {
      await office.look(number, stopped.signal)
    } catch (error) {
      if (stopped.signal.aborted) return
      log('error', 'ticket not looked at', { number, error: error instanceof Error ? error.name : 'unknown' })
      await office
        .postpone(number, new Date(clock().getTime() + waitAfterFault))
        .catch(() => log('error', 'ticket not postponed', { number }))
    }
  }

  async function sweep(): Promise<number> {
    const seen = new Set<string>()
    for (;;) {
      const found = await store.cases.pending(clock(), atOnce)
      const fresh = found.filter(({ number }) => !seen.has(number))
      if (fresh.length === 0) return seen.size
      for (const { number } of fresh) {
        if (stopped.signal.aborted) return seen.size
        seen.add(number)
        await lookAt(number)
      }
    }
  }

  let running: Promise<unknown> = Promise.resolve()
  const round = (): Promise<number> => {
    const next = running.then(sweep)
    running = next.catch(() => undefined)
    return next
  }
  let under = false
  const timer = setInterval(() => {
    if (under) return
    under = true
    void round()
      .catch((error: unknown) =>
        log('error', 'tickets not swept', { error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => (under = false))
  }, options.every)
  timer.unref()
  return {
    round,
    async stop() {
      clearInterval(timer)
      stopped.abort()
      await running
    },
  }
}
