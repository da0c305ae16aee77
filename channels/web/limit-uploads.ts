import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './refusal.ts'

/** Lets one network address send so many bytes, rounded up to kilobytes. */
export type LimitUploads = (caller: string, bytes: number) => Promise<void>

const kilobytes = (bytes: number) => Math.max(1, Math.ceil(bytes / 1024))

/** Lets one network address send so many megabytes an hour, however many conversations it opens; refuses more with the seconds to wait. */
export function limitUploads(megabytesPerHour: number): LimitUploads {
  const limiter = new RateLimiterMemory({ points: megabytesPerHour * 1024, duration: 3600 })
  return async (caller, bytes) => {
    try {
      await limiter.consume(caller, kilobytes(bytes))
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new Refusal('too-many-uploads', Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}
