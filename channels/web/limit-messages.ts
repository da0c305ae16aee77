import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './refusal.ts'

/** Lets one conversation send so many messages a minute; refuses more with the seconds to wait. */
export function limitMessages(perMinute: number): (conversation: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return async (conversation) => {
    try {
      await limiter.consume(conversation)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      throw new Refusal('too-many-messages', Math.ceil(refused.msBeforeNext / 1000))
    }
  }
}
