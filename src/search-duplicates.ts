import type { Store } from './core/store.ts'
import type { TicketDraft } from './core/ticket.ts'
import { comparedDraft } from './tickets/duplicates/compared-demand.ts'
import type { DuplicateFinder } from './tickets/duplicates/create-duplicate-finder.ts'
import type { Duplicates } from './tickets/duplicates/find-duplicates.ts'

/** A demand that is looked for among filed ones; `number` is its own, null before it is filed. */
export interface SoughtDemand {
  number: string | null
  conversation: string
  filedAt: Date
  draft: TicketDraft
  subject: string | null
}

/** Finds what a demand repeats, which incident it belongs to, and what is only related. */
export type SearchDuplicates = (demand: SoughtDemand, signal: AbortSignal) => Promise<Duplicates>

/** Older demands are another matter, milliseconds. */
const howFarBack = 30 * 24 * 60 * 60 * 1000
/** Candidates that are looked at; the newest of an incident are enough to find it. */
const mostCandidates = 40

const nothing: Duplicates = { repeat: null, incident: null, related: [] }

export const createSearchDuplicates =
  ({ store, finder }: { store: Pick<Store, 'cases'>; finder: DuplicateFinder | null }): SearchDuplicates =>
  async ({ number, conversation, filedAt, draft, subject }, signal) => {
    if (finder === null) return nothing
    const candidates = await store.cases.alike({
      conversation,
      contact: draft.contact?.phone ?? draft.contact?.email ?? null,
      region: draft.where?.region ?? draft.region,
      subject,
      since: new Date(filedAt.getTime() - howFarBack),
      limit: mostCandidates,
    })
    const demand = { ...comparedDraft(draft, { conversation, filedAt, subject }), number }
    return finder.findDuplicates(demand, candidates, signal)
  }
