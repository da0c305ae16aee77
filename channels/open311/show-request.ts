import type { Catalogue } from '../../src/core/dispatch.ts'
import type { Language } from '../../src/core/language.ts'
import type { GeoPoint } from '../../src/core/message.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import type { TicketCase } from '../../src/core/ticket-life.ts'
import type { TicketState } from '../../src/core/ticket.ts'
import type { Fields } from './document.ts'
import { writeMoment } from './read-moment.ts'
import { unclassified } from './services.ts'
import { whatAllMayRead } from './what-all-may-read.ts'

export const closedStates = ['closed', 'withdrawn', 'transferred'] as const satisfies readonly TicketState[]

/** The specification's bound of a description, characters. */
const longestText = 4000

const isClosed = ({ state }: TicketCase): boolean => closedStates.some((closed) => closed === state)

export interface Shown {
  catalogue: Pick<Catalogue, 'subjects' | 'departments'>
  mask: (text: string) => string
  speak: Speak
  language: Language
  base: string
  /** Whether whoever asks has filed it. */
  own: boolean
  /** What was answered last; null where there is no answer, or none to be shown. */
  reply: string | null
}

interface Told {
  description: string | null
  address: string | null
  point: GeoPoint | null
}

/** What its sender reads of a demand: all that was sent, but not how to reach the citizen. */
function toldToSender({ draft: { where, description } }: TicketCase): Told {
  return { description, address: where?.said ?? null, point: where?.point ?? null }
}

/** What everybody reads, the place from the most to the least specific as the language has it. */
function toldToAll(ticket: TicketCase, { mask, speak, language }: Shown): Told {
  const { description, district, street, point } = whatAllMayRead(ticket, mask)
  const region = speak(phrase('open311.district', { region: district.join('/') }), language).replaceAll('/', '')
  const parts = (language === 'zh' ? [region, street] : [street, region]).filter((part) => part !== '')
  const address = parts.join(language === 'zh' ? '' : ', ')
  return { description, address: address === '' ? null : address, point }
}

const moments = ({ filedAt, dispatchedAt, repliedAt, calledAt, closedAt, paused }: TicketCase): Date => {
  const known = [filedAt, dispatchedAt, repliedAt, calledAt, paused?.since ?? null]
  return closedAt ?? new Date(Math.max(...known.flatMap((at) => at?.getTime() ?? [])))
}

function mediaOf({ number, draft }: TicketCase, base: string): string | null {
  const file = draft.attachments.find(({ kind }) => kind === 'photo') ?? draft.attachments[0]
  return file === undefined ? null : `${base}/media/${number}/${file.id}`
}

/** A demand as the specification's `request`. */
export function showRequest(ticket: TicketCase, shown: Shown): Fields {
  const { catalogue, speak, language, own, base, reply } = shown
  const words = (id: string, values: Readonly<Record<string, string>> = {}) => speak(phrase(id, values), language)
  const { number, subject, assignment, due } = ticket
  const closed = isClosed(ticket)
  const service = subject === null ? null : (catalogue.subjects.get(subject)?.name[language] ?? null)
  const body = assignment === null ? null : (catalogue.departments.get(assignment.lead)?.name[language] ?? null)
  const { description, address, point } = own ? toldToSender(ticket) : toldToAll(ticket, shown)
  return {
    service_request_id: number,
    status: closed ? 'closed' : 'open',
    status_notes: reply ?? words(`open311.state.${ticket.state}`),
    service_name: service ?? words('open311.unclassified'),
    service_code: subject ?? unclassified,
    description: description === null ? null : [...description].slice(0, longestText).join(''),
    agency_responsible: body,
    service_notice: closed ? null : noticeOf(body, words),
    requested_datetime: writeMoment(ticket.filedAt),
    updated_datetime: writeMoment(moments(ticket)),
    expected_datetime: due === null ? null : writeMoment(due),
    address,
    address_id: null,
    zipcode: null,
    lat: point?.latitude ?? null,
    long: point?.longitude ?? null,
    media_url: own ? mediaOf(ticket, base) : null,
  }
}

type Words = (id: string, values?: Readonly<Record<string, string>>) => string

/** What is going to be done. */
export const noticeOf = (body: string | null, words: Words): string =>
  body === null ? words('open311.notice.filed') : words('open311.notice.given', { body })
