import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/store.ts'

/** A demand may be left standing for a day; what was sent for it is kept somewhat longer, milliseconds. */
const kept = 26 * 60 * 60 * 1000

/** Removes again and again the files that no ticket has claimed. Resolves `stop` when the round under way has ended. */
export function removeUnclaimedFiles(options: {
  files: Pick<Store['files'], 'removeUnclaimed'>
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): { round(): Promise<void>; stop(): Promise<void> } {
  const { files, clock, log, every } = options
  let running: Promise<void> = Promise.resolve()
  async function remove(): Promise<void> {
    try {
      const count = await files.removeUnclaimed(new Date(clock().getTime() - kept))
      if (count > 0) log('info', 'unclaimed files removed', { count })
    } catch (error) {
      log('error', 'unclaimed files not removed', { error: error instanceof Error ? error.name : 'unknown' })
    }
  }
  const round = () => (running = running.then(remove))
  const timer = setInterval(() => void round(), every)
  timer.unref()
  return {
    round,
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
