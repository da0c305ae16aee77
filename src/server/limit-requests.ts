import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Lets one network address make so many requests a minute; more get 429 with the seconds to wait. */
export function limitRequests({ perMinute }: { perMinute: number }): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
  return (request, response, next) => {
    limiter.consume(request.ip ?? 'unknown').then(
      () => next(),
      (refused: unknown) => {
        const wait = refused instanceof RateLimiterRes ? Math.ceil(refused.msBeforeNext / 1000) : 60
        response.status(429).set('Retry-After', String(wait)).json({ error: 'too-many-requests', retryAfter: wait })
      },
    )
  }
}
