import type { GeoPoint } from '../../src/core/message.ts'
import type { Region } from '../../src/core/region.ts'
import type { TicketCase } from '../../src/core/ticket-life.ts'
import type { TicketKind } from '../../src/core/ticket.ts'

/** What is told of a demand to people who did not file it. */
export interface PublicPart {
  description: string | null
  district: Region
  /** Without the names of the district and the number of the house; empty where none is told. */
  street: string
  point: GeoPoint | null
}

/** Their words are about persons, the writer or others. */
const unspoken: ReadonlySet<TicketKind> = new Set(['consultation', 'complaint'])

/** Three decimals of a degree: about 100 m. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000

/** What tells one house or flat of a street from the next. */
const houseNumber =
  /(?:[A-Za-z]?\d+[A-Za-z]?|[A-Za-z](?=[幢栋座区])|[一二三四五六七八九十百]+)\s*(?:号楼|号院|号|弄|幢|栋|座|单元|室|层|楼|户)|\b(?:apt|apartment|unit|flat|room|rm|suite|no|house|building)\b\.?\s*#?\s*\w*\d\w*|#\s*\w+|\b\d+[A-Za-z]?\b/giu
const withoutHouse = (address: string): string =>
  address
    .replaceAll(houseNumber, '')
    .replaceAll(/\s{2,}/gu, ' ')
    .replace(/^[\s,，、-]+|[\s,，、-]+$/gu, '')

/** What an address leads to, a citizen's photo for one, is not for all to see. */
const withoutLinks = (text: string): string => text.replaceAll(/\bhttps?:\/\/\S+/giu, '…')

/** '滨江区新河路' in 云汀市滨江区 → '新河路'. */
const withinDistrict = (address: string, district: Region): string =>
  district.reduce((rest, name) => (rest.startsWith(name) ? rest.slice(name.length).trimStart() : rest), address)

/**
 * The district is for all to read; words, street and position only where the one who filed it wants nothing kept from others and the demand
 * is not about persons. Then personal data is taken out of the words, house numbers out of the address, and the position is made coarse.
 */
export function whatAllMayRead({ draft }: TicketCase, mask: (text: string) => string): PublicPart {
  const { kind, contact, where } = draft
  const district = where?.region ?? draft.region ?? []
  const kept = contact?.wish === 'confidential' || contact?.wish === 'anonymous' || unspoken.has(kind)
  if (kept) return { description: null, district, street: '', point: null }
  const point = where?.point ?? null
  return {
    description: mask(withoutLinks(draft.description)),
    district,
    street: where === null || isFigures(where.said) ? '' : withinDistrict(mask(withoutHouse(where.said)), district),
    point: point === null ? null : { latitude: coarse(point.latitude), longitude: coarse(point.longitude) },
  }
}

/** A position or a number of the address, written for want of words. */
const isFigures = (said: string): boolean => /^(?:address_id\b.*|[\s\d.,+-]*)$/u.test(said)
