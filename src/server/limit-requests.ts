import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Failure } from './failure-words.ts'

/** Lets one network address make so many requests a minute; more get 429 with the seconds to wait. */
export function limitRequests({ perMinute, failure }: { perMinute: number; failure: Failure }): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return (request, response, next) => {
    limiter.consume(request.ip ?? 'unknown').then(
      () => next(),
      (refused: unknown) => {
        const wait = refused instanceof RateLimiterRes ? Math.ceil(refused.msBeforeNext / 1000) : 60
        // Other sites' widgets must be able to read how long to wait; nothing else is said here.
        response
          .status(429)
          .set({
            'Retry-After': String(wait),
            'Access-Control-Allow-Origin': '*',
            'Access-Control-Expose-Headers': 'Retry-After',
          })
          .json(failure(request, 'too-many-requests', wait))
      },
    )
  }
}
