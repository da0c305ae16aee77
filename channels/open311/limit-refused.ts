import { RateLimiterMemory } from 'rate-limiter-flexible'
import { refuse } from './refusal.ts'

/** Who has no key can still send forms with files, which have to be read to know: so many megabytes an hour from one address. */
export interface LimitRefused {
  /** Turns an address away that has sent too much for nothing, before anything of it is read. */
  check(address: string): Promise<void>
  /** Counts what was sent for nothing. */
  count(address: string, bytes: number): Promise<void>
}

export function limitRefused(megabytesPerHour: number): LimitRefused {
  const most = megabytesPerHour * 1024
  const limiter = new RateLimiterMemory({ points: most, duration: 3600 })
  return {
    async check(address) {
      const state = await limiter.get(address)
      if ((state?.consumedPoints ?? 0) > most) throw refuse(429, 'too-much')
    },
    async count(address, bytes) {
      await limiter.consume(address, Math.max(1, Math.ceil(bytes / 1024))).catch(() => undefined)
    },
  }
}
