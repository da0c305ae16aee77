import type { Catalogue, Dispatcher } from './core/dispatch.ts'
import type { TicketOffice } from './core/ticket-office.ts'
import type { TicketCounter } from './core/ticket-progress.ts'
import { createFiling, type Filing } from './file-ticket.ts'
import type { ProjectData } from './load-data.ts'
import { createRelate } from './relate-tickets.ts'
import { createSearchDuplicates, type SearchDuplicates } from './search-duplicates.ts'
import { createTicketCounter } from './ticket-counter.ts'
import { createTicketOffice, type TicketOfficeOptions } from './ticket-office.ts'
import { createTicketSecrets } from './ticket-secrets.ts'
import type { DuplicateFinder } from './tickets/duplicates/create-duplicate-finder.ts'
import { createCalendar } from './tickets/calendar/create-calendar.ts'

/** Everything that is done with demands, over one store. */
export interface Tickets {
  office: TicketOffice
  filing: Filing
  counter: TicketCounter
  catalogue: Catalogue | null
  /** What a filed demand may repeat or belong to, for whoever decides it. */
  search: SearchDuplicates
}

export interface OpenTicketsOptions extends Pick<TicketOfficeOptions, 'store' | 'clock' | 'log' | 'announce' | 'send'> {
  data: Pick<ProjectData, 'deadlines' | 'speak'>
  catalogue: Catalogue | null
  /** Judges to whom a demand goes; null: persons do. */
  dispatcher: Dispatcher | null
  /** Judges demands against each other; null: nothing is joined unasked. */
  duplicates: DuplicateFinder | null
  /** What the secret links of demands follow from. */
  secretKey: string
  /** Where the house is reached from outside, without a slash at the end; null: links are not told in words. */
  publicUrl: string | null
}

/** Puts office, filing and counter together, for the product and for commands beside it. */
export function openTickets({ data, secretKey, publicUrl, ...rest }: OpenTicketsOptions): Tickets {
  const { deadlines: rules, speak } = data
  const secrets = createTicketSecrets(secretKey)
  const search = createSearchDuplicates({ store: rest.store, finder: rest.duplicates })
  const options: TicketOfficeOptions = {
    ...rest,
    ...{ rules, calendar: createCalendar(rules.calendar), speak },
    takenIn: (number) => relate(number),
  }
  const office = createTicketOffice(options)
  const relate = createRelate({ ...options, search, office })
  const linkOf = (number: string) =>
    publicUrl === null ? null : `${publicUrl}/web/tickets/${number}.${secrets.secretOf(number)}`
  return {
    office,
    filing: createFiling({ ...options, linkOf, search, relate }),
    counter: createTicketCounter({ ...options, office, secrets }),
    catalogue: rest.catalogue,
    search,
  }
}
