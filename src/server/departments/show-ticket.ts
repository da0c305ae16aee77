import type { z } from 'zod'
import type { Catalogue } from '../../core/dispatch.ts'
import type { TicketCase, TicketEvent } from '../../core/ticket-life.ts'
import { showAttachment } from './show-attachment.ts'
import { showHistory } from './show-history.ts'
import type { ticketDetail, ticketSummary } from './wire.ts'

export interface ShowOptions {
  /** Whose names subjects have; null: they are shown by their codes alone. */
  catalogue: Pick<Catalogue, 'subjects'> | null
  /** Takes personal data out of a text. */
  mask: (text: string) => string
  /** Takes out who somebody is and how to reach them; an address stays, because a department has to find the place. */
  maskPerson: (text: string) => string
}

const iso = (at: Date): string => at.toISOString()
const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null

const staysUnknown = ({ draft: { contact } }: TicketCase) =>
  contact?.wish === 'confidential' || contact?.wish === 'anonymous'

/** What may be read of a text: who wants to stay unknown to the department does, even where a number or name slipped into their words. */
const clearing = (ticket: TicketCase, { mask }: ShowOptions): ((text: string) => string) =>
  staysUnknown(ticket) ? mask : (text) => text

/** A ticket in a list, for a department that handles it. */
export function showSummary(
  ticket: TicketCase,
  department: string,
  options: ShowOptions,
): z.output<typeof ticketSummary> {
  const { number, state, draft, subject, term, paused, asked, objection, urged, supervised, reworks, version } = ticket
  const { lead, coHandling, line } = ticket.assignment ?? { lead: '', coHandling: [], line: null }
  return {
    ...{ number, state, kind: draft.kind, term, line, urged, supervised, reworks, version },
    title: clearing(ticket, options)(draft.subject),
    subject: subject === null ? null : { code: subject, name: options.catalogue?.subjects.get(subject)?.name ?? null },
    filedAt: iso(ticket.filedAt),
    dispatchedAt: isoOrNull(ticket.dispatchedAt),
    due: isoOrNull(ticket.due),
    late: ticket.breached > 0,
    ...{ role: lead === department ? 'lead' : 'co-handling', lead, coHandling: [...coHandling] },
    paused: paused === null ? null : { since: iso(paused.since), until: iso(paused.until) },
    asked: asked === null ? null : { ...asked, until: iso(asked.until) },
    objection:
      objection === null || objection.by !== department
        ? null
        : { reason: objection.reason, line: objection.line, decideBy: iso(objection.decideBy) },
  }
}

/** A ticket with what has happened to it. The contact is shown only where the citizen wants to be named. */
export function showDetail(
  ticket: TicketCase,
  history: readonly TicketEvent[],
  department: string,
  options: ShowOptions,
): z.output<typeof ticketDetail> {
  const { draft } = ticket
  const wish = draft.contact?.wish ?? null
  const clear = clearing(ticket, options)
  const events = showHistory(history, department, clear)
  const { name = null, phone = null, email = null } = draft.contact ?? {}
  const later = events.flatMap(({ attachments = [] }) => attachments)
  return {
    ...showSummary(ticket, department, options),
    description: clear(draft.description),
    wish: draft.wish === null ? null : clear(draft.wish),
    where: showWhere(ticket, staysUnknown(ticket) ? options.maskPerson : (text) => text),
    when: showWhen(ticket, clear),
    contactWish: wish,
    contact: wish === 'named' ? { name, phone, email } : null,
    attachments: [...draft.attachments.map(showAttachment), ...later],
    history: events,
  }
}

function showWhere({ draft: { where, region } }: TicketCase, clear: (text: string) => string) {
  if (where === null) return region === null ? null : { said: '', region: [...region], point: null }
  const path = where.region ?? region
  return { said: clear(where.said), region: path === null ? null : [...path], point: where.point }
}

function showWhen({ draft: { when } }: TicketCase, clear: (text: string) => string) {
  if (when === null) return null
  const { said, repeats } = when
  return { said: clear(said), repeats, from: isoOrNull(when.from), to: isoOrNull(when.to) }
}
