import type { Told } from '../../core/intake.ts'
import { phrase, type Speak } from '../../core/phrase.ts'
import type { Contact, ContactWish, TicketDraft, TicketKind, Whereabouts } from '../../core/ticket.ts'
import type { CardChange } from './read-card-change.ts'
import { readKindName } from './read-demand.ts'
import type { Facts } from './read-facts.ts'
import { occurrenceOf, readTime } from './read-time.ts'
import { subjectLine } from './subject-line.ts'

const kinds: readonly TicketKind[] = ['consultation', 'request', 'complaint', 'report', 'suggestion', 'praise']
const wishes: readonly ContactWish[] = ['named', 'confidential', 'anonymous']
const languages = ['zh', 'en'] as const

/** The value whose label was chosen, in either language. */
const labelled = <T extends string>(values: readonly T[], prefix: string, label: string, speak: Speak): T | null =>
  values.find((value) => languages.some((language) => speak(phrase(`${prefix}.${value}`), language) === label)) ?? null

/** A contact as its part of the card writes it: how it may be used, a name, a number, an address, parted by commas or blanks. */
function readContact(value: string, speak: Speak): Contact | null {
  const wish = wishes.find((each) =>
    languages.some((language) =>
      [`draft.contact.${each}`, `intake.contact.${each}`].some((id) => value.startsWith(speak(phrase(id), language))),
    ),
  )
  const label =
    wish === undefined
      ? ''
      : languages
          .flatMap((language) =>
            [`draft.contact.${wish}`, `intake.contact.${wish}`].map((id) => speak(phrase(id), language)),
          )
          .filter((each) => value.startsWith(each))
          .toSorted((a, b) => b.length - a.length)[0]
  const data = value.slice((label ?? '').length)
  const phone = /〔电话\d+〕/u.exec(data)?.[0] ?? null
  const email = /〔邮箱\d+〕/u.exec(data)?.[0] ?? null
  const name = data
    .replace(phone ?? '', ' ')
    .replace(email ?? '', ' ')
    .replaceAll(/[\s,，、;；:：]+/gu, ' ')
    .trim()
  if (wish === undefined && phone === null && email === null && name === '') return null
  const anonymous = wish === 'anonymous'
  return {
    wish: wish ?? 'named',
    name: anonymous || name === '' ? null : name,
    phone: anonymous ? null : phone,
    email: anonymous ? null : email,
  }
}

/** A point stays with a place that was only made more or less precise. */
function placeOf(value: string, { where, region }: TicketDraft, facts: Facts): Whereabouts {
  const same = where !== null && (value.includes(where.said) || where.said.includes(value))
  return { said: value, region: facts.region ?? region, point: same ? where.point : null }
}

/** The draft after its card was corrected: each part is what it was changed to, word by word; an empty one is left out. */
export function applyCardChange(
  draft: TicketDraft,
  change: CardChange,
  { told, read, speak }: { told: Told; read: (told: Told) => Facts; speak: Speak },
): TicketDraft {
  const now = { ...draft }
  for (const [field, value] of change)
    switch (field) {
      case 'kind':
        now.kind = labelled(kinds, 'draft.kind', value, speak) ?? readKindName(value) ?? draft.kind
        break
      case 'subject':
      case 'description':
        now[field] = value
        break
      case 'where': {
        const facts = read({ ...told, text: value, point: null, heard: null, region: draft.region ?? told.region })
        now.where = value === '' ? null : placeOf(value, draft, facts)
        now.region = now.where?.region ?? draft.region
        break
      }
      case 'when': {
        const time = readTime(value, told.at)
        const read = time === null ? { from: null, to: null, repeats: false } : occurrenceOf(time)
        now.when = value === '' ? null : { ...read, said: value }
        break
      }
      case 'wish':
        now.wish = value === '' ? null : value
        break
      case 'contact':
        now.contact = readContact(value, speak)
        break
      default:
        field satisfies never
    }
  return now.subject === '' && now.description !== '' ? { ...now, subject: subjectLine(now.description) } : now
}
