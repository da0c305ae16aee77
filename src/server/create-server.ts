import express, { type ErrorRequestHandler, type Express, type Router } from 'express'
import helmet from 'helmet'
import type { Registry } from 'prom-client'
import type { Channel } from '../core/channel.ts'
import type { Log } from '../core/log.ts'
import type { Speak } from '../core/phrase.ts'
import { adaptFetch } from './fetch-adapter.ts'
import { createFailure, type Failure } from './failure-words.ts'
import { limitRequests } from './limit-requests.ts'

export interface ServerOptions {
  channels: readonly Channel[]
  /** Path that '/' leads to. */
  home: string
  log: Log
  speak: Speak
  metrics: Registry
  /** True once questions can be answered. */
  ready: () => boolean
  /** The OpenAPI document. */
  api: unknown
  /** Interfaces for systems of others, each under its path. */
  interfaces?: readonly { path: string; router: Router }[]
  requestsPerMinute: number
  /** How many proxies in front of the server may be believed about the caller's address. */
  trustProxy: number
}

/** Nothing inline, nothing from elsewhere. The widget brings its style sheet as an object, which needs no exception. */
const secure = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'none'"],
      // Photos on their way are shown from the page's own memory.
      imgSrc: ["'self'", 'data:', 'blob:'],
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
})

/** The HTTP host: security headers, limits, health, metrics, and every channel under its own name. */
export function createServer(options: ServerOptions): Express {
  const app = express()
  const failure = createFailure(options.speak)
  app.set('trust proxy', options.trustProxy)
  app.disable('x-powered-by')
  answerProbes(app, options)
  app.use(secure)
  app.use(limitRequests({ perMinute: options.requestsPerMinute, failure }))
  app.get('/', (_, response) => response.redirect(302, options.home))
  app.get('/openapi.json', (_, response) => void response.json(options.api))
  for (const { path, router } of options.interfaces ?? []) app.use(path, router)
  for (const channel of options.channels) {
    const handle = channel.fetch?.bind(channel)
    if (handle !== undefined) app.use(`/${channel.name}`, adaptFetch(handle))
  }
  app.use((request, response) => void response.status(404).json(failure(request, 'not-found')))
  app.use(answerFault(options.log, failure))
  return app
}

/** A request that is no valid HTTP gets 400; a fault a plain 500 without a trace of the inside, and the log its name. */
const answerFault =
  (log: Log, failure: Failure): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (error instanceof Error && error.name === 'RequestError' && !response.headersSent)
      return void response.status(400).json(failure(request, 'bad-request'))
    log('error', 'request failed', {
      path: withoutSecret(request.path),
      error: error instanceof Error ? error.name : 'unknown',
    })
    if (response.headersSent) return next(error)
    response.status(500).json(failure(request, 'internal'))
  }

/** Whoever reads the log is not to be led into a citizen's demand by its secret link. */
const withoutSecret = (path: string) => path.replace(/(\/tickets\/[^./]*)\.[^/]*/u, '$1')

/** Health and figures, before any limit: a probe must not be turned away. */
function answerProbes(app: Express, options: Pick<ServerOptions, 'ready' | 'metrics'>): void {
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
}
