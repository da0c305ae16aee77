import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import type { Gives, Route } from './route.ts'
import { failure } from './wire.ts'

export type RouteDescription = RouteConfig

/** The routes as the OpenAPI document lists them. */
export const describeRoutes = (prefix: string, routes: readonly Route[]): readonly RouteDescription[] =>
  routes.map((route) => {
    const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '')
    return {
      method: route.method,
      path: prefix + route.path,
      summary: route.summary,
      ...(route.guarded ? { security: [{ conversationToken: [] }] } : {}),
      request: {
        params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
        query: optional(route.query),
        headers: optional(route.headers),
        ...bodyOf(route),
      },
      responses: { ...given(route.gives), default: refused(route) },
    }
  })

const bodyOf = ({ body, file }: Route) => {
  if (file)
    return { body: { content: { '*/*': { schema: { type: 'string' as const, format: 'binary' } } }, required: true } }
  return body === null ? {} : { body: { content: { 'application/json': { schema: body } }, required: true } }
}

const optional = (fields: Route['query']) =>
  z.object(
    Object.fromEntries(fields.map(({ name, about }) => [name, z.string().optional().meta({ description: about })])),
  )

const given = (gives: Gives): RouteConfig['responses'] =>
  Object.fromEntries(
    Object.entries(gives).map(([status, give]) => {
      if ('shape' in give)
        return [status, { description: give.about, content: { 'application/json': { schema: give.shape } } }]
      if (give.type === '') return [status, { description: give.about }]
      return [status, { description: give.about, content: { [give.type]: { schema: z.string() } } }]
    }),
  )

const refused = ({ page }: Route): RouteConfig['responses'][string] => ({
  description: 'A refusal, with a sentence for people',
  content: page ? { 'text/html': { schema: z.string() } } : { 'application/json': { schema: failure } },
})
