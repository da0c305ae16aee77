import { z } from 'zod'
import type { ApiKey, KeyScope } from '../../core/api-key.ts'
import type { OpenFile } from '../../core/attachments.ts'
import type { Language } from '../../core/language.ts'
import { refuse } from './refusal.ts'

/** A request of a department's system that was admitted. */
export interface Call<Query = unknown, Body = unknown> {
  key: ApiKey
  department: string
  language: Language
  /** What stands in the path's blanks. */
  values: Readonly<Record<string, string>>
  query: Query
  body: Body
  /** The version of the ticket that the sender has seen (If-Match); null where none is named. */
  seen: number | null
  /** By what the request is known when it comes again under its name (Idempotency-Key); null where it has none. */
  mark: string | null
}

/** What is sent back. `version` becomes an ETag. */
export type Answer = { status: number; body: unknown; version?: number } | { file: OpenFile }

/** One address of the interface: how it is found, described and answered. */
export interface Route {
  method: 'get' | 'post'
  /** Below /departments/v1, blanks in braces: /tickets/{number}. */
  path: string
  summary: string
  scope: Extract<KeyScope, `departments:${string}`>
  query: z.ZodObject
  /** What the body holds: JSON of a shape, a file, or nothing. */
  takes: { kind: 'json'; shape: z.ZodType } | { kind: 'file' } | { kind: 'nothing' }
  gives: { status: number; about: string; shape: z.ZodType | null }
  respond(call: Call): Promise<Answer>
}

type Described = Pick<Route, 'path' | 'summary' | 'gives'>

/** A route that reads. */
export const readRoute = <Query extends z.ZodObject>(
  route: Described & { query: Query; answer: (call: Call<z.output<Query>>) => Promise<Answer> },
): Route => ({
  ...route,
  method: 'get',
  scope: 'departments:read',
  takes: { kind: 'nothing' },
  respond: async (call) => route.answer({ ...call, query: parse(route.query, call.query, call.language) }),
})

/** A route that changes something, by a JSON body of the given shape. */
export const writeRoute = <Body extends z.ZodType>(
  route: Described & { body: Body; answer: (call: Call<unknown, z.output<Body>>) => Promise<Answer> },
): Route => ({
  ...route,
  method: 'post',
  scope: 'departments:write',
  query: z.object({}),
  takes: { kind: 'json', shape: route.body },
  respond: async (call) => route.answer({ ...call, body: parse(route.body, call.body, call.language) }),
})

/** A route that takes a file as its body. */
export const fileRoute = <Query extends z.ZodObject>(
  route: Described & { query: Query; answer: (call: Call<z.output<Query>, Uint8Array>) => Promise<Answer> },
): Route => ({
  ...route,
  method: 'post',
  scope: 'departments:write',
  takes: { kind: 'file' },
  respond: async (call) => {
    const body = call.body instanceof Uint8Array ? call.body : new Uint8Array()
    return route.answer({ ...call, query: parse(route.query, call.query, call.language), body })
  },
})

/** What was sent, as its shape reads it; what does not fit is refused with every place where it does not. */
function parse<Shape extends z.ZodType>(shape: Shape, value: unknown, language: Language): z.output<Shape> {
  const { localeError: error } = z.locales[language === 'zh' ? 'zhCN' : 'en']()
  const parsed = shape.safeParse(value, { error })
  if (parsed.success) return parsed.data
  throw refuse(
    'bad-request',
    parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  )
}
