import { createHash } from 'node:crypto'
import type { Actor } from '../../../core/ticket-life.ts'
import type { TicketCommand } from '../../../core/ticket-command.ts'
import type { PreparedDemand } from '../../../file-ticket.ts'
import { createZone } from '../../../tickets/calendar/zone.ts'
import type { Desk } from '../with-desk.ts'
import type { ImportedDemand } from './check-row.ts'
import { importedPrefix } from './ticket-columns.ts'

/** The same demand has been imported meanwhile: what was begun is undone. */
class AlreadyThere extends Error {}

/** By what a demand is known when it comes again: its number where it comes from, else what it says. */
export function externalOf({ external, number, filedAt, draft }: ImportedDemand): string {
  const said = JSON.stringify([filedAt, draft.description, draft.contact, draft.where])
  return external ?? number ?? createHash('sha256').update(said).digest('hex').slice(0, 32)
}

/** The conversation that an imported demand stands for: nobody can be told there. */
export const conversationOf = (source: string, demand: ImportedDemand): string =>
  `${importedPrefix}${source.replaceAll(':', '-').slice(0, 60)}:${externalOf(demand)}`

const ourNumber = /^(?<day>\d{8})-\d{4,9}$/u

/** Whether a demand is here already: imported before, or exported from here. */
export async function isPresent(
  { store }: Desk,
  conversation: string,
  { number, filedAt }: ImportedDemand,
): Promise<boolean> {
  const { tickets } = await store.cases.search({ conversation, order: 'newest', limit: 1 })
  if (tickets.length > 0) return true
  const own = number === null || filedAt === null ? null : await store.tickets.find(number)
  // Tables write moments to the second.
  return own !== null && Math.abs(own.filedAt.getTime() - (filedAt?.getTime() ?? 0)) < 1000
}

/** The number that it keeps: one of ours, of its day, that nobody else has. */
async function keptNumber(desk: Desk, { number }: ImportedDemand, filedAt: Date): Promise<{ number: string } | null> {
  const day = createZone(desk.rules.calendar.timeZone).dayOf(filedAt).replaceAll('-', '')
  if (number === null || ourNumber.exec(number)?.groups?.['day'] !== day) return null
  return (await desk.store.tickets.find(number)) === null ? { number } : null
}

/** What the table says goes before what the rules advise. */
function decided(desk: Desk, demand: ImportedDemand, { commands, ...prepared }: PreparedDemand): PreparedDemand {
  const { subject, term, department } = demand
  const by: Actor = { role: 'operator', id: desk.user }
  const [first, ...rest] = commands
  const judged = first?.kind === 'accept' ? first : null
  if (subject === null && term === null && department === null) return { commands, ...prepared }
  const known = subject ?? judged?.subject ?? null
  const accept: TicketCommand = {
    ...{ kind: 'accept', by, subject: known, advice: judged?.advice ?? null },
    term: term ?? desk.catalogue.subjects.get(known ?? '')?.term ?? judged?.term ?? 'ordinary',
  }
  if (department === null) return { ...prepared, commands: [accept, ...rest] }
  const line = judged?.advice?.lead === department ? judged.advice.line : null
  const reason = line ?? desk.tell('operator.tickets.import.reason')
  const assignment = { lead: department, coHandling: [], line, reason }
  return { ...prepared, commands: [accept, { kind: 'dispatch', by, assignment }] }
}

/** Files a demand with the time it was filed first; the office takes it in as any other. Once, however often it comes. */
export async function fileDemand(desk: Desk, source: string, demand: ImportedDemand): Promise<'added' | 'present'> {
  const { store, filing, clock } = desk
  const conversation = conversationOf(source, demand)
  if (await isPresent(desk, conversation, demand)) return 'present'
  const filedAt = demand.filedAt ?? clock()
  const number = await keptNumber(desk, demand, filedAt)
  const { draft, subject } = demand
  const prepared = decided(
    desk,
    demand,
    await filing.prepare({ conversation, filedAt, draft, subject, separate: true, ...number }),
  )
  try {
    await store.transaction(async (inside) => {
      // Filing holds the counter of its day, so that whoever imports the same beside us is done by the time we look.
      await filing.file(inside, prepared)
      const { tickets } = await inside.cases.search({ conversation, order: 'newest', limit: 2 })
      if (tickets.length > 1) throw new AlreadyThere()
    })
    return 'added'
  } catch (error) {
    if (error instanceof AlreadyThere) return 'present'
    throw error
  }
}
