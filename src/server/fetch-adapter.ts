import { getRequestListener } from '@hono/node-server'
import type { RequestHandler } from 'express'

/** Answers an HTTP request the way a channel does: a Request in, a Response out. `address` is the caller's, for limits. */
export type FetchHandler = (request: Request, caller: { address: string }) => Promise<Response>

/** Lets a fetch handler serve under express; the body has not been read before it. */
export function adaptFetch(handle: FetchHandler): RequestHandler {
  return (request, response, next) => {
    const address = request.ip ?? 'unknown'
    request.url = request.originalUrl
    const listen = getRequestListener((incoming) => handle(incoming, { address }), {
      overrideGlobalObjects: false,
      // HTTP/1.0 callers name no host.
      hostname: 'localhost',
      errorHandler: (error) => {
        next(error)
        return undefined
      },
    })
    listen(request, response).catch(next)
  }
}
