import { z } from 'zod'
import { attributeCodes, contactKeys, kindKeys } from './attributes.ts'

/** What is sent and answered in JSON; the OpenAPI document is made from it. XML has the same names, and one for the items of each list. */
const words = z.string().nullable()
const moment = z.iso.datetime({ offset: true })

export const service = z.object({
  service_code: z.string(),
  service_name: z.string(),
  description: words,
  metadata: z.boolean(),
  type: z.enum(['realtime', 'batch', 'blackbox']),
  keywords: words,
  group: words,
})

export const serviceDefinition = z.object({
  service_code: z.string(),
  attributes: z.array(
    z.object({
      variable: z.boolean(),
      code: z.enum(attributeCodes),
      datatype: z.enum(['datetime', 'text', 'singlevaluelist']),
      required: z.boolean(),
      datatype_description: words,
      order: z.int(),
      description: z.string(),
      values: z.array(z.object({ key: z.string(), name: z.string() })).optional(),
    }),
  ),
})

const place = 'lat and long, address_string or address_id: one of them there must be'
export const requestForm = z.object({
  api_key: z.string(),
  jurisdiction_id: z.string().optional(),
  service_code: z.string(),
  lat: z.number().min(-90).max(90).optional().meta({ description: place }),
  long: z.number().min(-180).max(180).optional().meta({ description: place }),
  address_string: z.string().optional().meta({ description: place }),
  address_id: z.string().optional().meta({ description: place }),
  description: z.string().max(4000).optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  account_id: z.string().optional(),
  device_id: z.string().optional().meta({ description: 'Taken and not kept' }),
  media_url: z.url().optional().meta({ description: 'Passed on, not fetched' }),
  'attribute[kind]': z.enum(kindKeys).optional(),
  'attribute[occurred]': moment.optional(),
  'attribute[wish]': z.string().optional(),
  'attribute[contact_wish]': z.enum(contactKeys).optional(),
})
/** In parts, with files. */
export const requestParts = requestForm.extend({
  media: z.array(z.string().meta({ format: 'binary' })).optional(),
})

export const created = z.object({
  service_request_id: z.string().optional(),
  token: z.string().optional().meta({ description: 'Instead of the number, where filing takes longer' }),
  service_notice: words,
  account_id: words,
})
export const tokenAnswer = z.object({ service_request_id: z.string().optional(), token: z.string() })

export const serviceRequest = z.object({
  service_request_id: z.string(),
  status: z.enum(['open', 'closed']),
  status_notes: words,
  service_name: z.string(),
  service_code: z.string(),
  description: words,
  agency_responsible: words,
  service_notice: words,
  requested_datetime: moment,
  updated_datetime: moment,
  expected_datetime: moment.nullable(),
  address: words,
  address_id: words,
  zipcode: words,
  lat: z.number().nullable(),
  long: z.number().nullable(),
  media_url: z.url().nullable(),
})

export const refusals = z.array(z.object({ code: z.int(), description: z.string() }))

export const discovery = z.object({
  changeset: moment,
  contact: z.string(),
  key_service: z.string(),
  endpoints: z.array(
    z.object({
      specification: z.url(),
      url: z.url(),
      changeset: moment,
      type: z.literal('production'),
      formats: z.array(z.string()),
    }),
  ),
})
