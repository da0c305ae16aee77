import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/store.ts'
import { runRounds, type Rounds } from './run-rounds.ts'

/** A demand may be left standing for a day; what was sent for it is kept somewhat longer, milliseconds. */
const kept = 26 * 60 * 60 * 1000

/** Removes again and again the files that no ticket has claimed. */
export function removeUnclaimedFiles(options: {
  files: Pick<Store['files'], 'removeUnclaimed'>
  clock: Clock
  log: Log
  /** Milliseconds between rounds. */
  every: number
}): Rounds {
  const { files, clock, log, every } = options
  async function work(): Promise<void> {
    const count = await files.removeUnclaimed(new Date(clock().getTime() - kept))
    if (count > 0) log('info', 'unclaimed files removed', { count })
  }
  return runRounds({ work, every, log, failed: 'unclaimed files not removed' })
}
