import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'

/**
 * What GeoReport v2 says of each answer (wiki.open311.org/GeoReport_v2): its fields, which of them there must be, and their types. "May not
 * be returned" is optional; an empty element is null in JSON.
 */
const words = z.string().min(1)
const perhaps = words.nullable()
/** The W3C's profile of ISO 8601, with its zone. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/u)

export const service = z.strictObject({
  service_code: words,
  service_name: words,
  description: perhaps,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: perhaps,
  group: perhaps,
})
const list = ['singlevaluelist', 'multivaluelist']
const attribute = z
  .strictObject({
    variable: z.boolean(),
    code: words,
    datatype: z.enum(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
    required: z.boolean(),
    datatype_description: perhaps,
    order: z.int().positive(),
    description: words,
    values: z.array(z.strictObject({ key: words, name: words })).optional(),
  })
  .refine(({ datatype, values }) => list.includes(datatype) === (values !== undefined))
export const definition = z
  .strictObject({ service_code: words, attributes: z.array(attribute) })
  .refine(({ attributes }) => new Set(attributes.map(({ order }) => order)).size === attributes.length)
  .refine(({ attributes }) => new Set(attributes.map(({ code }) => code)).size === attributes.length)

/** One of the two names of what was filed, never both. */
export const created = z
  .strictObject({
    service_request_id: words.optional(),
    token: words.optional(),
    service_notice: perhaps.optional(),
    account_id: perhaps.optional(),
  })
  .refine(({ service_request_id: id, token }) => (id === undefined) !== (token === undefined))
export const tokenAnswer = z.strictObject({ service_request_id: words.optional(), token: words })
export const request = z.strictObject({
  service_request_id: words,
  status: z.enum(['open', 'closed']),
  status_notes: perhaps.optional(),
  service_name: words,
  service_code: words,
  description: z.string().max(4000).nullable(),
  agency_responsible: perhaps.optional(),
  service_notice: perhaps.optional(),
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment.nullable().optional(),
  address: perhaps,
  address_id: perhaps,
  zipcode: perhaps,
  lat: z.number().min(-90).max(90).nullable(),
  long: z.number().min(-180).max(180).nullable(),
  media_url: z.url().nullable(),
})
export const error = z.strictObject({ code: z.int(), description: words })
export const discovery = z.strictObject({
  changeset: words,
  contact: words,
  key_service: words,
  endpoints: z
    .array(
      z.strictObject({
        specification: z.literal('http://wiki.open311.org/GeoReport_v2'),
        url: z.url(),
        changeset: words,
        type: z.enum(['production', 'test']),
        formats: z.array(z.enum(['text/xml', 'application/json'])).min(1),
      }),
    )
    .min(1),
})

/** How a document is built in XML: its root, and the name that each list has for its items. */
export const lists = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
} as const
const listNames: Readonly<Record<string, string>> = lists

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
})

/** Turns an element into what the specification's mapping (Spark) makes of it in JSON: lists lose the name of their items. */
function toSpark(name: string, value: unknown): unknown {
  const item = listNames[name]
  if (item !== undefined) {
    const inside = value === '' ? {} : z.record(z.string(), z.unknown()).parse(value)
    const others = Object.keys(inside).filter((key) => key !== item)
    if (others.length > 0) throw new Error(`<${name}> holds <${others.join('> <')}>`)
    return [inside[item] ?? []].flat().map((each) => toSpark(item, each))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toSpark(key, each)]))
}

/** Everything in XML is text, and an empty element says nothing. */
const asText = (value: unknown): unknown => {
  if (value === null) return ''
  if (Array.isArray(value)) return value.map(asText)
  if (typeof value !== 'object') return String(value).trim()
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]))
}

/** Reads XML by an independent path: declared as UTF-8, well formed, without attributes and namespaces, under that root. */
export function readXml(xml: string, root: string): unknown {
  if (!/^<\?xml version="1\.0" encoding="utf-8"\?>/iu.test(xml)) throw new Error(`No declaration: ${xml.slice(0, 60)}`)
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new Error(valid.err.msg)
  const whole = z.record(z.string(), z.unknown()).parse(parser.parse(xml))
  if (Object.keys(whole).join() !== root) throw new Error(`Not <${root}>: ${Object.keys(whole).join()}`)
  return toSpark(root, whole[root])
}

/** What JSON would say if it were XML. */
export const asXml = (json: string): unknown => asText(JSON.parse(json))
