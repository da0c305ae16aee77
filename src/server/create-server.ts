import express, { type ErrorRequestHandler, type Express } from 'express'
import helmet from 'helmet'
import type { Registry } from 'prom-client'
import type { Channel } from '../core/channel.ts'
import type { Log } from '../core/log.ts'
import { adaptFetch } from './fetch-adapter.ts'
import { limitRequests } from './limit-requests.ts'

export interface ServerOptions {
  channels: readonly Channel[]
  /** Path that '/' leads to. */
  home: string
  log: Log
  metrics: Registry
  /** True once questions can be answered. */
  ready: () => boolean
  openApi: () => unknown
  requestsPerMinute: number
  /** How many proxies in front of the server may be believed about the caller's address. */
  trustProxy: number
}

/** The HTTP host: security headers, limits, health, metrics, and every channel under its own name. */
export function createServer(options: ServerOptions): Express {
  const app = express()
  app.set('trust proxy', options.trustProxy)
  app.disable('x-powered-by')
  app.get('/healthz', (_, response) => void response.type('text').send('ok'))
  app.get(
    '/readyz',
    (_, response) =>
      void response
        .status(options.ready() ? 200 : 503)
        .type('text')
        .send(options.ready() ? 'ready' : 'starting'),
  )
  app.get('/metrics', (_, response, next) => {
    options.metrics.metrics().then((text) => response.type(options.metrics.contentType).send(text), next)
  })
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'self'"],
          manifestSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      crossOriginResourcePolicy: false,
      strictTransportSecurity: false,
    }),
  )
  app.use(limitRequests({ perMinute: options.requestsPerMinute }))
  app.get('/', (_, response) => response.redirect(302, options.home))
  app.get('/openapi.json', (_, response) => void response.json(options.openApi()))
  for (const channel of options.channels) {
    const handle = channel.fetch?.bind(channel)
    if (handle !== undefined) app.use(`/${channel.name}`, adaptFetch(handle))
  }
  app.use((_, response) => void response.status(404).json({ error: 'not-found' }))
  app.use(answerFault(options.log))
  return app
}

/** A fault gets a plain 500 without a trace of the inside; the log gets its name. */
const answerFault =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    log('error', 'request failed', { path: request.path, error: error instanceof Error ? error.name : 'unknown' })
    if (response.headersSent) return next(error)
    response.status(500).json({ error: 'internal' })
  }
