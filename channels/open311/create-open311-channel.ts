import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import type { Channel, Reception } from '../../src/core/channel.ts'
import type { Language } from '../../src/core/language.ts'
import { answerRefusal } from './answer-refusal.ts'
import type { Call, Respond } from './call.ts'
import { checkJurisdiction } from './check-jurisdiction.ts'
import { describeRoutes } from './describe-routes.ts'
import { languageOf } from './language-of.ts'
import type { Open311Options } from './options.ts'
import { refuse } from './refusal.ts'
import { createRequest } from './routes/create-request.ts'
import { discoverRoute } from './routes/discover.ts'
import { defineService, listServices } from './routes/list-services.ts'
import { readRequest, readRequests, readToken } from './routes/read-requests.ts'
import { sendMedia } from './routes/send-media.ts'
import { createServices } from './services.ts'
import { formats, type Format } from './write-document.ts'

export type Open311Channel = Channel & {
  fetch: NonNullable<Channel['fetch']>
  /** Every address it serves, for the OpenAPI document. */
  api: readonly RouteConfig[]
}

const name = 'open311'
/** The discovery file stands beside and above this version of the interface. */
const documentPath =
  /^\/open311\/(?:v2\/(?!discovery\/)|(?=discovery\.))(?<resource>services|requests|tokens|discovery)(?:\/(?<id>[\w-]{1,100}))?(?:\.(?<format>\w{1,10}))?$/u
const mediaPath = /^\/open311\/v2\/media\/(?<number>[\d-]{1,30})\/(?<id>[\w-]{1,100})$/u

const formatOf = (text: string | undefined): Format | null =>
  formats.find((format) => format === text?.toLowerCase()) ?? null

interface Routes {
  readonly [route: string]: { readonly get?: Respond; readonly post?: Respond }
}

/** Browsers of any site may read: keys are sent as what they are, nothing goes by cookies. */
const shared = { 'access-control-allow-origin': '*' }
const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, accept-language',
  'access-control-max-age': '86400',
}

function routesOf(options: Open311Options, pending: Set<Promise<unknown>>): Routes {
  const services = createServices(options.catalogue)
  return {
    discovery: { get: discoverRoute(options, options.clock()) },
    services: { get: listServices(services) },
    'services/': { get: defineService(services, options) },
    requests: { get: readRequests(options), post: createRequest(options, services, pending) },
    'requests/': { get: readRequest(options) },
    'tokens/': { get: readToken(options) },
  }
}

/** Which address was asked for, as far as that can be told. */
function readPath(url: URL) {
  const media = mediaPath.exec(url.pathname)?.groups
  const found = documentPath.exec(url.pathname)?.groups
  const resource = found?.['resource'] ?? ''
  const id = found?.['id'] ?? ''
  return {
    media: media === undefined ? null : { number: media['number'] ?? '', id: media['id'] ?? '' },
    route: id === '' ? resource : `${resource}/`,
    id,
    asked: /\.(?<format>\w+)$/u.exec(url.pathname)?.groups?.['format'],
  }
}

/** Open311 GeoReport v2: other systems read which services there are, file requests, and follow them. Clients ask; nothing is sent to them. */
export function createOpen311Channel(options: Open311Options): Open311Channel {
  const { speak, publicUrl, jurisdiction } = options
  const pending = new Set<Promise<unknown>>()
  const routes = routesOf(options, pending)
  let reception: Reception | null = null

  async function serve(request: Request, url: URL, language: Language, address: string): Promise<Response> {
    const { media, route, id, asked } = readPath(url)
    const format = formatOf(asked)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    try {
      if (reception === null) throw refuse(503, 'unavailable')
      if (media !== null && method === 'GET') return await sendMedia(reception, media.number, media.id)
      const known = routes[route]
      if (known === undefined) throw refuse(404, 'address')
      if (format === null) throw refuse(406, 'format')
      const respond = method === 'GET' ? known.get : method === 'POST' ? known.post : undefined
      if (respond === undefined) throw refuse(405, 'method')
      if (method === 'GET') checkJurisdiction(url.searchParams.get('jurisdiction_id'), jurisdiction)
      const base = `${publicUrl ?? url.origin}/${name}/v2`
      const call: Call = { request, query: url.searchParams, id, format, language, reception, base, address }
      return await respond(call)
    } catch (error) {
      return answerRefusal(error, { format: format ?? 'xml', language, speak })
    }
  }

  return {
    name,
    abilities: { maxLength: null, buttons: false, links: false, media: false, speech: false, streaming: false },
    api: describeRoutes(),
    async start(given) {
      reception = given
    },
    async fetch(request, { address }) {
      const url = new URL(request.url)
      const response =
        request.method === 'OPTIONS'
          ? new Response(null, { status: 204, headers: preflight })
          : await serve(request, url, languageOf(request, url.searchParams), address)
      for (const [header, value] of Object.entries(shared)) response.headers.set(header, value)
      return response
    },
    // Whoever filed a request asks how it stands.
    deliver: () => Promise.resolve(),
    async stop() {
      await Promise.all(pending)
    },
  }
}
