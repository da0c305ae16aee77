import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { departmentEventTypes } from '../../core/webhooks.ts'
import type { Route } from './route.ts'
import { failure, webhookBody } from './wire.ts'

type Responses = RouteConfig['responses']

const json = (shape: z.ZodType) => ({ 'application/json': { schema: shape } })
const binary = { '*/*': { schema: { type: 'string' as const, format: 'binary' } } }

const refused = (description: string): Responses[string] => ({ description, content: json(failure) })

const headersOf = ({ method }: Route) =>
  method === 'get'
    ? z.object({})
    : z.object({
        'Idempotency-Key': z.string().max(200).optional().meta({
          description:
            'A name for the request: sent again within 7 days it is answered as before and done no second time',
        }),
        'If-Match': z.string().optional().meta({ description: 'The version of the ticket that was seen: "7"' }),
      })

const responsesOf = ({ method, gives: { status, about, shape } }: Route): Responses => ({
  [status]: { description: about, content: shape === null ? binary : json(shape) },
  400: refused('What was sent has another form'),
  401: refused('No key, or none that there is'),
  403: refused('The key is for something else'),
  404: refused('There is no such thing, or it is not for this department'),
  ...(method === 'get'
    ? {}
    : {
        409: refused('Something stands against it; `error` says what'),
        412: refused('The ticket has changed since the version named'),
        422: refused('What was sent cannot be, or another request has this Idempotency-Key'),
      }),
})

const bodyOf = ({ takes }: Route) => {
  if (takes.kind === 'nothing') return {}
  return { body: { required: true, content: takes.kind === 'file' ? binary : json(takes.shape) } }
}

/** The routes as the OpenAPI document lists them. */
export const describeDepartments = (prefix: string, routes: readonly Route[]): readonly RouteConfig[] =>
  routes.map((route) => {
    const names = [...route.path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '')
    return {
      method: route.method,
      path: prefix + route.path,
      summary: route.summary,
      description: `Needs a key with the scope ${route.scope}.`,
      tags: ['departments'],
      security: [{ departmentKey: [] }],
      request: {
        params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
        query: route.query,
        headers: headersOf(route),
        ...bodyOf(route),
      },
      responses: responsesOf(route),
    }
  })

/** The messages that are sent to a department's system, as the OpenAPI document lists them. */
export const describeEvents = (): readonly RouteConfig[] =>
  departmentEventTypes.map((type) => ({
    method: 'post',
    path: type,
    summary: `What is sent where ${type} is wanted. Signed by Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature.`,
    tags: ['departments'],
    request: { body: { content: json(webhookBody.extend({ type: z.literal(type) })) } },
    responses: { 200: { description: 'Any 2xx: it has arrived. 410: nothing more is wanted. Else it comes again.' } },
  }))
