import type { Clock } from './core/clock.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/store.ts'
import type { Actor } from './core/ticket-life.ts'
import type { TicketOffice } from './core/ticket-office.ts'
import type { SearchDuplicates } from './search-duplicates.ts'

const assistant: Actor = { role: 'assistant', id: 'duplicates' }

/** How long may be looked for others, milliseconds. */
const patience = 10_000

/**
 * Makes one incident of what several people report, where that is sure: each report stays with whoever filed it, and each of them is told. A
 * fault only leaves a demand alone: an operator can still join it by hand.
 */
export function createRelate(parts: {
  store: Pick<Store, 'cases'>
  search: SearchDuplicates
  office: Pick<TicketOffice, 'execute'>
  clock: Clock
  log: Log
}): (number: string) => Promise<void> {
  const { store, search, office, clock, log } = parts

  /** What a person has parted is not joined again unasked. */
  const wasParted = async (number: string) => (await store.cases.history(number)).some(({ kind }) => kind === 'parted')

  async function relate(number: string): Promise<void> {
    const ticket = await store.cases.case(number)
    if (ticket === null || ticket.incident !== null || (await wasParted(number))) return
    const { incident } = await search(ticket, AbortSignal.timeout(patience))
    if (incident === null || !incident.unasked) return
    const others: string[] = []
    for (const each of incident.incident === null ? incident.tickets : [])
      if (!(await wasParted(each))) others.push(each)
    if (incident.incident === null && others.length === 0) return
    const [first = number] = [...others, number].toSorted()
    // Named after its first report: two processes that find it at once open the same one.
    const id = incident.incident ?? `I-${first}`
    const earliest = await store.cases.case(first)
    const title = (earliest ?? ticket).draft.subject
    await store.cases.openIncident({ id, openedAt: clock(), subject: ticket.subject, title })
    for (const each of [...others, number])
      await office.execute(each, { kind: 'join', by: assistant, incident: id, score: incident.score })
    log('info', 'ticket joined', { number, incident: id, score: incident.score })
  }

  return async (number) => {
    try {
      await relate(number)
    } catch (error) {
      log('error', 'ticket not related', { number, error: error instanceof Error ? error.name : 'unknown' })
    }
  }
}
