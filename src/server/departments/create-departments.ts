import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import express, { type Request, type RequestHandler, type Response, type Router } from 'express'
import type { AdmitKey } from '../../core/admit-key.ts'
import type { ApiKey } from '../../core/api-key.ts'
import type { Clock } from '../../core/clock.ts'
import type { GivenAnswers } from '../../core/given-answers.ts'
import type { Speak } from '../../core/phrase.ts'
import { answerRefusal } from './answer-refusal.ts'
import { describeApi } from '../describe-api.ts'
import { describeDepartments, describeEvents } from './describe-departments.ts'
import type { Desk } from './desk.ts'
import { languageOf } from './language-of.ts'
import { refuse } from './refusal.ts'
import { contentOf, createOnce, type Once } from './remember-answers.ts'
import type { Call, Route } from './route.ts'
import { actRoutes } from './routes/act-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { readRoutes } from './routes/read-routes.ts'
import { sendAnswer, toGiven } from './send-answer.ts'

export interface DepartmentsOptions extends Desk {
  admit: AdmitKey
  answers: GivenAnswers
  speak: Speak
  clock: Clock
}

/** The interface for departments' own systems. */
export interface Departments {
  /** Where it is served. */
  path: string
  router: Router
  /** Every address it serves, for the OpenAPI document. */
  api: readonly RouteConfig[]
}

const path = '/departments/v1'
/** Most bytes of a JSON body: a long reply in Chinese. */
const jsonLimit = 128 * 1024
const longestName = 200

/** Serves departments' own systems: they read their tickets, take or object to them, and reply, by a key. */
export function createDepartments(options: DepartmentsOptions): Departments {
  const routes = [...readRoutes(options), ...actRoutes(options), ...fileRoutes(options)]
  const router = express.Router({ caseSensitive: true })
  const once = createOnce(options)
  const readers: Readonly<Record<Route['takes']['kind'], RequestHandler>> = {
    json: express.raw({ type: () => true, limit: jsonLimit }),
    file: express.raw({ type: () => true, limit: options.attachments.limits.fileBytes }),
    nothing: (_request, _response, next) => next(),
  }
  for (const route of routes)
    router[route.method](
      route.path.replaceAll(/\{(\w+)\}/gu, ':$1'),
      admitTo(route, options.admit),
      readers[route.takes.kind],
      serve(route, once, options.speak),
    )
  const api = describeDepartments(path, routes)
  const document = describeApi({ version: 'v1', routes: api, events: describeEvents(), host: false })
  router.get('/openapi.json', (_, response) => void response.json(document))
  router.use(() => {
    throw refuse('not-found')
  })
  router.use(answerRefusal(options.speak))
  return { path, router, api }
}

/** Whoever has no key is turned away before the body is read. */
const admitTo =
  ({ scope }: Route, admit: AdmitKey): RequestHandler =>
  async (request, response, next) => {
    const admission = await admit(request.get('authorization') ?? null, scope)
    if (admission.kind === 'refused') throw refuse(admission.why === 'scope' ? 'no-scope' : 'no-key')
    if (admission.key.department === null) throw refuse('no-department')
    keyOf.set(response, admission.key)
    next()
  }

const keyOf = new WeakMap<Response, ApiKey>()

function readSeen(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const version = /^(?:W\/)?"?(?<version>\d{1,9})"?$/u.exec(header.trim())?.groups?.['version']
  if (version === undefined) throw refuse('bad-request', [{ path: 'If-Match', message: header }])
  return Number(version)
}

function readName(header: string | undefined): string | null {
  if (header === undefined) return null
  if (header === '' || header.length > longestName)
    throw refuse('bad-request', [{ path: 'Idempotency-Key', message: `1–${longestName}` }])
  return header
}

/** JSON is read from the bytes that came, which also say whether a request that comes again is the same. */
function readBody({ takes }: Route, request: Request, bytes: Uint8Array): unknown {
  if (takes.kind !== 'json') return bytes
  if (bytes.byteLength === 0) return {}
  if (request.is('json') === false) throw refuse('not-json')
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown
  } catch {
    throw refuse('bad-request')
  }
}

const serve =
  (route: Route, once: Once, speak: Speak): RequestHandler =>
  async (request, response) => {
    const key = keyOf.get(response)
    if (key === undefined || key.department === null) throw refuse('no-key')
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    const language = languageOf(request)
    const name = readName(request.get('idempotency-key'))
    const content = contentOf({ method: request.method, url: request.originalUrl, body: bytes })
    const call: Call = {
      ...{ key, department: key.department, language, query: request.query, values: valuesOf(request) },
      body: readBody(route, request, bytes),
      seen: readSeen(request.get('if-match')),
      // A name used again for something else, long after its answer was forgotten, is something else to the office too.
      mark: name === null ? null : `${key.id}:${name}:${content.slice(0, 16)}`,
    }
    if (route.method === 'get') return sendAnswer(response, await route.respond(call))
    const given = await once({ sender: key.id, name, content }, () => toGiven(route.respond(call), { speak, language }))
    response.status(given.status).type('application/json').send(given.body)
  }

const valuesOf = ({ params }: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
