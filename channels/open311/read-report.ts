import { z } from 'zod'
import type { GeoPoint } from '../../src/core/message.ts'
import type { ContactWish, TicketKind } from '../../src/core/ticket.ts'
import { attributeCodes, contactKeys, kindKeys } from './attributes.ts'
import type { Form } from './read-form.ts'
import { readMoment } from './read-moment.ts'
import { refuse } from './refusal.ts'

/** What a client reports. */
export interface Report {
  service: string
  description: string
  point: GeoPoint | null
  address: string | null
  addressId: string | null
  name: string | null
  phone: string | null
  email: string | null
  account: string | null
  mediaUrl: string | null
  kind: TicketKind
  occurred: { said: string; from: Date } | null
  wish: string | null
  contactWish: ContactWish | null
  /** Attributes that no definition of ours has, in words, so that nothing that was told is lost. */
  further: readonly string[]
}

/** The specification's bound for a description, characters. */
const longestText = 4000
const longestField = 400
const figure = z
  .string()
  .regex(/^[+-]?\d+(?:\.\d+)?$/u)
  .transform(Number)
const latitude = figure.pipe(z.number().min(-90).max(90))
const longitude = figure.pipe(z.number().min(-180).max(180))
const webAddress = z.url({ protocol: /^https?$/u })

/** An empty parameter is the same as none. */
function field({ fields }: Form, name: string, most = longestField): string | null {
  const value = (fields.get(name) ?? '').trim()
  if ([...value].length > most) throw refuse(400, 'too-long', { name, most: String(most) })
  return value === '' ? null : value
}

function readPoint(form: Form): GeoPoint | null {
  const [lat, long] = [field(form, 'lat'), field(form, 'long')]
  if (lat === null && long === null) return null
  const [north, east] = [latitude.safeParse(lat), longitude.safeParse(long)]
  if (!north.success || !east.success) throw refuse(400, 'point')
  return { latitude: north.data, longitude: east.data }
}

function attribute({ attributes }: Form, code: string): string | null {
  const value = attributes.get(code)?.at(-1) ?? null
  if (value !== null && [...value].length > longestText)
    throw refuse(400, 'too-long', { name: code, most: String(longestText) })
  return value
}

function chosen<K extends string>(form: Form, code: string, keys: readonly K[]): K | null {
  const value = attribute(form, code)
  if (value === null) return null
  const key = keys.find((each) => each === value)
  if (key === undefined) throw refuse(400, 'attribute', { code, values: keys.join(', ') })
  return key
}

function readOccurred(form: Form): Report['occurred'] {
  const said = attribute(form, 'occurred')
  if (said === null) return null
  const from = readMoment(said)
  if (from === null) throw refuse(400, 'moment', { name: 'occurred' })
  return { said, from }
}

function readMediaUrl(form: Form): string | null {
  const url = field(form, 'media_url', 2000)
  if (url !== null && !webAddress.safeParse(url).success) throw refuse(400, 'media-url')
  return url
}

/** Names are written family name first and without a space where both are Chinese. */
function readName(form: Form): string | null {
  const parts = [field(form, 'first_name'), field(form, 'last_name')].filter((part) => part !== null)
  if (parts.length === 0) return null
  const chinese = parts.every((part) => /^\p{Script=Han}+$/u.test(part))
  return chinese ? parts.toReversed().join('') : parts.join(' ')
}

const known: ReadonlySet<string> = new Set(attributeCodes)

function readFurther({ attributes }: Form): string[] {
  const lines = [...attributes]
    .filter(([code]) => !known.has(code))
    .map(([code, values]) => `${code}: ${values.join(', ')}`)
  if (lines.join('\n').length > longestText)
    throw refuse(400, 'too-long', { name: 'attribute', most: String(longestText) })
  return lines
}

/** Reads a report out of a form; what is wrong with it is refused by name. */
export function readReport(form: Form): Report {
  const service = field(form, 'service_code')
  if (service === null) throw refuse(400, 'no-service')
  const point = readPoint(form)
  const [address, addressId] = [field(form, 'address_string', 1000), field(form, 'address_id')]
  if (point === null && address === null && addressId === null) throw refuse(400, 'no-place')
  return {
    ...{ service, point, address, addressId },
    description: field(form, 'description', longestText) ?? '',
    name: readName(form),
    phone: field(form, 'phone'),
    email: field(form, 'email'),
    account: field(form, 'account_id'),
    mediaUrl: readMediaUrl(form),
    kind: chosen(form, 'kind', kindKeys) ?? 'request',
    occurred: readOccurred(form),
    wish: attribute(form, 'wish'),
    contactWish: chosen(form, 'contact_wish', contactKeys),
    further: readFurther(form),
  }
}
