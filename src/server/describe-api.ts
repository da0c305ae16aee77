import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi'

export interface ApiOptions {
  version: string
  /** What the channels serve. */
  routes: readonly RouteConfig[]
  /** What is sent to systems of others; `path` is the name of the event. */
  events?: readonly RouteConfig[]
  /** Whether what the host itself serves is described as well. */
  host?: boolean
}

const text = (about: string) => ({
  description: about,
  content: { 'text/plain': { schema: { type: 'string' as const } } },
})

/** What the host itself serves, whatever the channels. */
const hostRoutes: readonly RouteConfig[] = [
  { method: 'get', path: '/healthz', summary: 'Whether the process lives.', responses: { 200: text('ok') } },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Whether questions can be answered.',
    responses: { 200: text('ready'), 503: text('starting') },
  },
  { method: 'get', path: '/metrics', summary: 'Figures for Prometheus.', responses: { 200: text('The figures') } },
  {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document.',
    responses: {
      200: { description: 'The document', content: { 'application/json': { schema: { type: 'object' } } } },
    },
  },
]

/** The OpenAPI 3.1 document of everything that is served, made from the shapes that parse the requests. */
export function describeApi({ version, routes, events = [], host = true }: ApiOptions) {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'conversationToken', { type: 'http', scheme: 'bearer' })
  const key = { type: 'http', scheme: 'bearer', description: 'A key: cvl_…' } as const
  registry.registerComponent('securitySchemes', 'departmentKey', key)
  for (const route of [...(host ? hostRoutes : []), ...routes]) registry.registerPath(route)
  for (const event of events) registry.registerWebhook(event)
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Civicline', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  })
}
