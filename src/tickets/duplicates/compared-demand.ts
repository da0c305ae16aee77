import { detectLanguage } from '../../core/detect-language.ts'
import type { Language } from '../../core/language.ts'
import type { Region } from '../../core/region.ts'
import type { Contact, Occurrence, TicketDraft, Whereabouts } from '../../core/ticket.ts'
import type { TicketCase } from '../../core/ticket-life.ts'

/** What of a demand is compared. Personal data stands in it: it goes to no log. */
export interface ComparedDemand {
  conversation: string
  filedAt: Date
  text: string
  language: Language
  /** Six digits; null where nobody classed it. */
  subject: string | null
  region: Region | null
  where: Whereabouts | null
  when: Occurrence | null
  contact: Contact | null
}

/** A demand that is about to be filed, as it is compared. */
export function comparedDraft(
  draft: TicketDraft,
  filed: { conversation: string; filedAt: Date; subject: string | null },
): ComparedDemand {
  const { description, region, where, when, contact } = draft
  return {
    ...filed,
    text: description,
    language: detectLanguage(description),
    region: where?.region ?? region,
    where,
    when,
    contact,
  }
}

/** A filed demand as it is compared. */
export const comparedCase = ({ draft, conversation, filedAt, subject }: TicketCase): ComparedDemand =>
  comparedDraft(draft, { conversation, filedAt, subject })
