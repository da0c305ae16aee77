import { phrase, type Phrase } from '../../../core/phrase.ts'
import type { Store } from '../../../core/store.ts'
import type { TicketCase } from '../../../core/ticket-life.ts'
import { replay } from '../../../tickets/life/apply-event.ts'
import { nextLook } from '../../../tickets/life/sweep-case.ts'
import type { Desk } from '../with-desk.ts'
import { ticketRecordShape, type TicketRecord } from './ticket-record.ts'

const wrong = (why: string, values: Readonly<Record<string, string>> = {}) => [
  phrase(`operator.tickets.import.wrong.${why}`, values),
]

/** The demand that a record adds up to. */
const caseOf = ({ number, conversation, filedAt, draft, history }: TicketRecord): TicketCase =>
  replay({ number, conversation, filedAt, draft }, history)

/** Whether a JSON value says of itself that it is a whole demand. */
export const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && 'civicline' in value

/** Whether its events are a life: it begins with the filing, and no event comes before another that follows it. */
const isLife = ({ history, state, ...record }: TicketRecord): boolean =>
  history.every(
    ({ kind, at }, index) => (kind === 'filed') === (index === 0) && at >= (history[index - 1]?.at ?? at),
  ) && caseOf({ history, state, ...record }).state === state

/** Checks a whole demand: its form, and that what happened to it adds up to where it stands. */
export function checkRecord(value: unknown): { record: TicketRecord } | { problems: readonly Phrase[] } {
  const parsed = ticketRecordShape.safeParse(value)
  if (!parsed.success)
    return { problems: wrong('shape', { where: parsed.error.issues.map(({ path }) => path.join('.')).join(', ') }) }
  return isLife(parsed.data) ? { record: parsed.data } : { problems: wrong('history') }
}

/** Whether the number is free, is this demand's own, or another's. */
export async function placeOf(
  { tickets }: Pick<Store, 'tickets'>,
  { number, filedAt, conversation }: Pick<TicketRecord, 'number' | 'filedAt' | 'conversation'>,
): Promise<'free' | 'present' | 'taken'> {
  const found = await tickets.find(number)
  if (found === null) return 'free'
  return found.filedAt.getTime() === filedAt.getTime() && found.conversation === conversation ? 'present' : 'taken'
}

/** Puts a demand back with all that happened to it, in one transaction. Nobody is told: it happened before. */
export const restoreRecord = (
  { store, rules, calendar, catalogue, clock }: Desk,
  record: TicketRecord,
): Promise<'added' | 'present'> =>
  store.transaction(async (inside) => {
    if ((await placeOf(inside, record)) !== 'free') return 'present'
    const { told, incident, number, conversation, filedAt, draft, history } = record
    if (told !== null) await inside.conversations.open(told)
    if (incident !== null) await inside.cases.openIncident(incident)
    await inside.tickets.file({ kind: 'ticket', reason: null, number, conversation, filedAt, draft })
    const now = caseOf(record)
    const lookAt = nextLook(now, { rules, calendar, catalogue, now: clock() })
    await inside.cases.append({ before: 1, events: history.slice(1), now, lookAt })
    return 'added'
  })
