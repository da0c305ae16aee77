import type { RouteConfig } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import * as wire from './wire.ts'

const optional = (about: string) => z.string().optional().meta({ description: about })
const place = { jurisdiction_id: optional('The name of this place; nobody has to give it') }
const spoken = { locale: optional('The language of the names: zh or en') }
const keyed = { api_key: optional('Reading needs none; with it, its own requests are shown whole') }
const narrowed = {
  service_request_id: optional('Numbers with commas between them; they override all else'),
  service_code: optional('Codes with commas between them'),
  start_date: optional('Earliest moment of filing; at most 90 days are shown, the last ones unless others are named'),
  end_date: optional('Latest moment of filing'),
  status: optional('open, closed, or both with a comma between them'),
  page: optional('From 1 on'),
  page_size: optional('At most 1000'),
}

type Query = Readonly<Record<string, z.ZodType>>

const answers = (about: string, shape: z.ZodType): RouteConfig['responses'] => ({
  200: { description: about, content: { 'application/json': { schema: shape }, 'text/xml': { schema: z.string() } } },
  default: {
    description: 'A refusal: 403 for keys, 404 for what there is not, 400 for what else is wrong',
    content: { 'application/json': { schema: wire.refusals }, 'text/xml': { schema: z.string() } },
  },
})

function read(path: string, summary: string, gives: z.ZodType, query: Query): RouteConfig {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '')
  const shapeOf = (name: string) => (name === 'format' ? z.enum(['xml', 'json']) : z.string())
  return {
    method: 'get',
    path: `/open311/v2/${path}`,
    summary,
    tags: ['open311'],
    request: {
      params: z.object(Object.fromEntries(names.map((name) => [name, shapeOf(name)]))),
      query: z.object(query),
    },
    responses: answers(summary, gives),
  }
}

const create: RouteConfig = {
  method: 'post',
  path: '/open311/v2/requests.{format}',
  summary: 'Files a request. Needs a key with the scope open311:write.',
  tags: ['open311'],
  request: {
    params: z.object({ format: z.enum(['xml', 'json']) }),
    body: {
      required: true,
      content: {
        'application/x-www-form-urlencoded': { schema: wire.requestForm },
        'multipart/form-data': { schema: wire.requestParts },
      },
    },
  },
  responses: answers('What was filed: its number, or a token to ask for it', z.array(wire.created)),
}

const media: RouteConfig = {
  method: 'get',
  path: '/open311/v2/media/{number}/{id}',
  summary: 'A file of a request, by the address that its sender was told.',
  tags: ['open311'],
  request: { params: z.object({ number: z.string(), id: z.string() }) },
  responses: {
    200: { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } },
    404: { description: 'There is no such file', content: { 'text/xml': { schema: z.string() } } },
  },
}

/** Every address of the interface, for the OpenAPI document. */
export const describeRoutes = (): readonly RouteConfig[] => [
  read('discovery.{format}', 'Which interfaces there are, and how to get a key.', wire.discovery, {
    ...place,
    ...spoken,
  }),
  read('services.{format}', 'What can be reported.', z.array(wire.service), { ...place, ...spoken }),
  read('services/{code}.{format}', 'What can be told of one service.', wire.serviceDefinition, { ...place, ...spoken }),
  create,
  read('requests.{format}', 'Requests, the newest first.', z.array(wire.serviceRequest), {
    ...{ ...place, ...spoken, ...keyed, ...narrowed },
  }),
  read('requests/{number}.{format}', 'One request.', z.array(wire.serviceRequest), { ...place, ...spoken, ...keyed }),
  read('tokens/{token}.{format}', 'The number that a token has come to.', z.array(wire.tokenAnswer), place),
  media,
]
