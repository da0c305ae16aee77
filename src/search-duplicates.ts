import type { DispatchAdvice } from './core/dispatch.ts'
import type { Region } from './core/region.ts'
import type { Store } from './core/store.ts'
import type { TicketDraft, TicketKind } from './core/ticket.ts'
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
  /** What its class was judged by, where it was not sure enough to be given one. */
  advice?: DispatchAdvice | null
}

/** Finds what a demand repeats, which incident it belongs to, and what is only related. */
export type SearchDuplicates = (demand: SoughtDemand, signal: AbortSignal) => Promise<Duplicates>

const day = 24 * 60 * 60 * 1000
/** Older demands are another matter, milliseconds: one's own, and other people's about the same event. */
const howFarBack = { own: 180 * day, others: 14 * day }
/** Candidates that are looked at; the newest of an incident are enough to find it. One's own are not to be lost among others'. */
const mostCandidates = { own: 20, others: 40 }
/** Only demands for something to be done are one matter: praise repeats no complaint, nor does a question. */
const joinable: ReadonlySet<TicketKind> = new Set(['request', 'complaint', 'report'])

/** From this chance on a class that was only guessed counts in the comparison. */
const likely = 0.5

const nothing: Duplicates = { repeat: null, incident: null, related: [] }

/** Looks for a demand's own person's and for others', each among so many. */
export function createSearchDuplicates({
  store,
  finder,
}: {
  store: Pick<Store, 'cases'>
  finder: DuplicateFinder | null
}): SearchDuplicates {
  const alike = async (
    { conversation, filedAt }: SoughtDemand,
    whose: 'own' | 'others',
    by: { contact: string | null; region: Region | null; subject: string | null },
  ) => {
    const since = new Date(filedAt.getTime() - howFarBack[whose])
    const found = await store.cases.alike({ conversation, since, limit: mostCandidates[whose], ...by })
    return found.filter(({ draft }) => joinable.has(draft.kind))
  }
  return async (sought, signal) => {
    const { number, conversation, filedAt, draft } = sought
    const guess = sought.subject === null ? sought.advice?.guesses[0] : undefined
    if (finder === null || !joinable.has(draft.kind)) return nothing
    const contact = draft.contact?.phone ?? draft.contact?.email ?? null
    const region = draft.where?.region ?? draft.region
    const [own, others] = await Promise.all([
      alike(sought, 'own', { contact, region: null, subject: null }),
      alike(sought, 'others', { contact: null, region, subject: sought.subject ?? guess?.code ?? null }),
    ])
    const candidates = new Map([...own, ...others].map((each) => [each.number, each]))
    const subject = guess === undefined || guess.confidence < likely ? sought.subject : guess.code
    const demand = { ...comparedDraft(draft, { conversation, filedAt, subject }), number }
    return finder.findDuplicates(demand, [...candidates.values()], signal)
  }
}
