import type { Channel, Reception } from '../../src/core/channel.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Language } from '../../src/core/language.ts'
import type { Speak } from '../../src/core/phrase.ts'
import type { Region } from '../../src/core/region.ts'
import { answerRefusal } from './answer-refusal.ts'
import { describeRoutes, type RouteDescription } from './describe-routes.ts'
import { limitMessages } from './limit-messages.ts'
import { limitUploads } from './limit-uploads.ts'
import { createMatcher } from './match-route.ts'
import type { PlaceAliases } from './place-names.ts'
import { Refusal } from './refusal.ts'
import type { Route } from './route.ts'
import { attachmentRoutes } from './routes/attachment-routes.ts'
import { conversationRoutes } from './routes/conversation-routes.ts'
import { eventRoutes } from './routes/event-routes.ts'
import { fileRoutes } from './routes/file-routes.ts'
import { knowledgeRoutes } from './routes/knowledge-routes.ts'
import { messageRoutes } from './routes/message-routes.ts'
import { pageRoutes } from './routes/page-routes.ts'
import { ticketRoutes } from './routes/ticket-routes.ts'
import { preflight, shareWithOrigins } from './share-with-origins.ts'

export interface WebChannelOptions {
  speak: Speak
  clock: Clock
  /** The place of a conversation that names none. */
  region: Region | null
  /** Sites that may carry the widget; none listed means any. */
  allowedOrigins: readonly string[]
  /** Names of places for readers of another script. */
  placeAliases?: PlaceAliases
  messagesPerMinute: number
  /** Files that one network address may send. Default 300. */
  uploadMegabytesPerHour?: number
  /** In which moments are written. Default Asia/Shanghai. */
  timeZone?: string
  /** How long the plain form waits for a reply, milliseconds. */
  patience: number
  /** Milliseconds between the signs of life of an event stream. */
  heartbeat?: number
}

export type WebChannel = Channel & {
  fetch: NonNullable<Channel['fetch']>
  /** Every address it serves, for the OpenAPI document. */
  api: readonly RouteDescription[]
}

const name = 'web'

/** The chat on web sites: an API with server-sent events, the widget, the portal page, and a plain form without JavaScript. */
export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { timeZone = 'Asia/Shanghai' } = options
  const placeAliases = options.placeAliases ?? {}
  const stopped = new AbortController()
  const limit = limitMessages(options.messagesPerMinute)
  const limitUpload = limitUploads(options.uploadMegabytesPerHour ?? 300)
  const routes: readonly Route[] = [
    ...conversationRoutes(options),
    ...messageRoutes({ clock: options.clock, limit }),
    ...attachmentRoutes({ limit: limitMessages(options.messagesPerMinute), limitUpload }),
    ...eventRoutes({ heartbeat: options.heartbeat ?? 15_000, stopped: stopped.signal }),
    ...knowledgeRoutes({ speak: options.speak, placeAliases, timeZone }),
    ...fileRoutes,
    ...ticketRoutes({ speak: options.speak, timeZone }),
    ...pageRoutes({ ...options, placeAliases, timeZone, limit, limitUpload }),
  ]
  const match = createMatcher(`/${name}`, routes)
  const share = shareWithOrigins(options.allowedOrigins)
  let reception: Reception | null = null

  async function serve(request: Request, url: URL, caller: string): Promise<Response> {
    const language = readLanguage(request, url)
    const found = match(request.method, url.pathname)
    try {
      if (found.kind === 'none') throw new Refusal('not-found')
      if (found.kind === 'other-method') throw new Refusal('method-not-allowed')
      if (reception === null) throw new Refusal('unavailable', 5)
      const { route, values } = found
      return await route.respond({ request, url, values, language, caller, reception, body: undefined })
    } catch (error) {
      const page = found.kind === 'found' && found.route.page
      return answerRefusal(error, { speak: options.speak, language, page })
    }
  }

  return {
    name,
    abilities: { maxLength: null, buttons: true, links: true, media: true, speech: false, streaming: true },
    api: describeRoutes(`/${name}`, routes),
    async start(given) {
      reception = given
    },
    async fetch(request, { address }) {
      const shared = share(request)
      const url = new URL(request.url)
      const response =
        request.method === 'OPTIONS'
          ? new Response(null, { status: 204, headers: preflight })
          : await serve(request, url, address)
      for (const [header, value] of Object.entries(shared)) response.headers.append(header, value)
      return response
    },
    // A reply is delivered once it is in the outbox: the visitor reads it from there, now or after a reload.
    deliver: () => Promise.resolve(),
    async stop() {
      stopped.abort()
    },
  }
}

/** The language asked for in the address, else by the browser, else Chinese. */
function readLanguage(request: Request, url: URL): Language {
  const asked = url.searchParams.get('language') ?? request.headers.get('accept-language') ?? 'zh'
  return /^en\b/iu.test(asked) ? 'en' : 'zh'
}
