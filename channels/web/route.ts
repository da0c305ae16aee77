import type { z } from 'zod'
import type { Conversation } from '../../src/core/conversation.ts'
import type { Reception } from '../../src/core/channel.ts'
import type { Language } from '../../src/core/language.ts'
import { readJson } from './read-body.ts'
import { Refusal } from './refusal.ts'
import { tokenFits } from './tokens.ts'

/** One request as its route sees it. */
export interface Call<Body = undefined> {
  request: Request
  url: URL
  /** What stands in the path's blanks. */
  values: Readonly<Record<string, string>>
  language: Language
  /** The caller's network address, for limits only. */
  caller: string
  reception: Reception
  body: Body
}

type Schema = z.ZodType
/** What a route gives back, by status: a JSON shape, or another content type by name. */
export type Gives = Readonly<Record<number, { about: string; shape: Schema } | { about: string; type: string }>>

/** One address of the channel: how it is found, described and answered. */
export interface Route {
  method: 'get' | 'post' | 'patch' | 'delete'
  /** Below /web, blanks in braces: /conversations/{id}. */
  path: string
  summary: string
  /** Pages show a refusal as a page, the rest as JSON. */
  page: boolean
  /** Whether the bearer token of the conversation {id} is needed. */
  guarded: boolean
  query: readonly { name: string; about: string }[]
  headers: readonly { name: string; about: string }[]
  body: Schema | null
  /** The body is a file as it is. */
  file: boolean
  gives: Gives
  respond(call: Call): Promise<Response>
}

type Described = Pick<Route, 'method' | 'path' | 'summary' | 'gives'> &
  Partial<Pick<Route, 'page' | 'query' | 'headers' | 'file'>>

const plain = { page: false, query: [], headers: [], file: false } as const

/** A route without a JSON body. */
export const openRoute = (route: Described & { answer: (call: Call) => Promise<Response> }): Route => ({
  ...plain,
  ...route,
  guarded: false,
  body: null,
  respond: route.answer,
})

/** A route that reads a JSON body of the given shape. */
export const bodyRoute = <Body>(
  route: Described & { body: z.ZodType<Body>; answer: (call: Call<Body>) => Promise<Response> },
): Route => ({
  ...plain,
  ...route,
  guarded: false,
  respond: async (call) => route.answer({ ...call, body: await parseBody(call.request, route.body) }),
})

/** A route of one conversation, for whoever holds its token. */
export const guardedRoute = (
  route: Described & { answer: (call: Call, conversation: Conversation) => Promise<Response> },
): Route => ({
  ...plain,
  ...route,
  guarded: true,
  body: null,
  respond: async (call) => route.answer(call, await admit(call)),
})

/** A route of one conversation that reads a JSON body. The token is checked before the body is looked at. */
export const guardedBodyRoute = <Body>(
  route: Described & {
    body: z.ZodType<Body>
    answer: (call: Call<Body>, conversation: Conversation) => Promise<Response>
  },
): Route => ({
  ...plain,
  ...route,
  guarded: true,
  respond: async (call) => {
    const conversation = await admit(call)
    return route.answer({ ...call, body: await parseBody(call.request, route.body) }, conversation)
  },
})

async function parseBody<Body>(request: Request, shape: z.ZodType<Body>): Promise<Body> {
  const parsed = shape.safeParse(await readJson(request))
  if (!parsed.success) throw new Refusal('bad-request')
  return parsed.data
}

/** The conversation behind an id and its token; an unknown one and somebody else's are refused alike. */
export async function admitToken(reception: Reception, id: string, token: string): Promise<Conversation> {
  const conversation = await reception.conversation(id)
  const fits = tokenFits(token, conversation?.address.user ?? '')
  if (conversation === null || conversation.address.channel !== 'web' || !fits) throw new Refusal('not-found')
  return conversation
}

const admit = ({ request, values, reception }: Call): Promise<Conversation> => {
  const token = /^Bearer ([\w-]{20,128})$/u.exec(request.headers.get('authorization') ?? '')?.[1]
  return admitToken(reception, values.id ?? '', token ?? '')
}
