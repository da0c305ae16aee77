import { detectLanguage } from '../../src/core/detect-language.ts'
import type { SubjectClass } from '../../src/core/dispatch.ts'
import type { Language } from '../../src/core/language.ts'
import { phrase, type Speak } from '../../src/core/phrase.ts'
import type { Region } from '../../src/core/region.ts'
import type { Attachment, Contact, TicketDraft, Whereabouts } from '../../src/core/ticket.ts'
import type { Report } from './read-report.ts'

const longestSubject = 60

/** The language that a report is written in. */
export const languageOfReport = ({ description }: Report, asked: Language): Language =>
  description === '' ? asked : detectLanguage(description, asked)

/** The first sentence; the name of the class where nothing was written. */
function subjectOf({ description }: Report, service: string): string {
  const first = /^[^\n。！？!?]+/u.exec(description)?.[0].trim() ?? ''
  const signs = [...(first === '' ? service : first)]
  return signs.length > longestSubject ? `${signs.slice(0, longestSubject - 1).join('')}…` : signs.join('')
}

/** Who says how to be reached and nothing else is named: that is what they gave it for. Who wants to be anonymous leaves nothing. */
function contactOf({ contactWish, name, phone, email }: Report): Contact | null {
  if (contactWish === 'anonymous') return { wish: contactWish, name: null, phone: null, email: null }
  if (contactWish === null && name === null && phone === null && email === null) return null
  return { wish: contactWish ?? 'named', name, phone, email }
}

function whereOf({ address, addressId, point }: Report, region: Region | null): Whereabouts {
  const figures = point === null ? null : `${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}`
  const said = [address, addressId === null ? null : `address_id ${addressId}`]
    .filter((part) => part !== null)
    .join(' ')
  return { said: said === '' ? (figures ?? '') : said, region, point }
}

/** What is filed of a report. An address of media is not visited: it is passed on to whoever handles the demand. */
export function draftOf(
  report: Report,
  around: {
    service: SubjectClass
    region: Region | null
    findRegion: (address: string) => Region | null
    attachments: readonly Attachment[]
    language: Language
    speak: Speak
  },
): TicketDraft {
  const { service, attachments, language, speak } = around
  const region = (report.address === null ? null : around.findRegion(report.address)) ?? around.region
  const name = service.name[language]
  const media = report.mediaUrl === null ? [] : [speak(phrase('open311.media', { url: report.mediaUrl }), language)]
  return {
    kind: report.kind,
    subject: subjectOf(report, name),
    description: [report.description === '' ? name : report.description, ...report.further, ...media].join('\n'),
    region,
    where: whereOf(report, region),
    when: report.occurred === null ? null : { ...report.occurred, to: null, repeats: false },
    wish: report.wish,
    contact: contactOf(report),
    attachments,
    tried: [],
  }
}
