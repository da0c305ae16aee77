import type { DispatchAdvice, Term } from '../../core/dispatch.ts'
import type { TicketCase } from '../../core/ticket-life.ts'
import type { Deed } from './act.ts'
import type { Desk } from './with-desk.ts'

/** What the rules advise for a demand as it stands; null where they could not judge it. */
export async function adviceFor(desk: Desk, { draft, number }: TicketCase): Promise<DispatchAdvice | null> {
  const [first] = await desk.judge({ draft, number }, new AbortController().signal)
  return first?.kind === 'accept' ? first.advice : null
}

/** Takes a demand in: as a person says, and as the rules advise where nobody says anything. */
export async function acceptance(
  desk: Desk,
  ticket: TicketCase,
  { subject, term }: { subject?: string; term?: Term } = {},
): Promise<Deed> {
  const advice = await adviceFor(desk, ticket)
  const known = subject === undefined ? null : desk.catalogue.subjects.get(subject)
  return {
    kind: 'accept',
    subject: subject ?? advice?.subject ?? null,
    term: term ?? known?.term ?? advice?.term ?? 'ordinary',
    advice,
  }
}
