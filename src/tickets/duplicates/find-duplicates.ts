import type { TicketCase } from '../../core/ticket-life.ts'
import type { Signals } from './gather-signals.ts'
import { judgePair, type PairJudgement } from './judge-pair.ts'
import { mayJoinUnasked, suggestFrom } from './may-join-unasked.ts'
import type { Reason } from './reasons.ts'

interface Found {
  /** The chance that it is one matter, 0 … 1. */
  score: number
  /** Made without asking; else a person decides. */
  unasked: boolean
  reasons: readonly Reason[]
}

/** The same person's earlier demand that this one repeats. */
export interface RepeatFound extends Found {
  ticket: string
}

/** Other people's demands about the same event. `incident`: the one that they are in already; null where it is to be opened. */
export interface IncidentFound extends Found {
  incident: string | null
  /** Their numbers, the most likely first. For operators: whoever filed the demand is not told them. */
  tickets: readonly string[]
}

export interface Duplicates {
  repeat: RepeatFound | null
  incident: IncidentFound | null
  /** For whoever handles it: the same kind of matter, or this person's other matters, the most likely first. */
  related: readonly { ticket: string; score: number; reasons: readonly Reason[] }[]
}

export interface SeenCandidate {
  candidate: TicketCase
  signals: Signals
}

interface Judged extends SeenCandidate {
  judgement: PairJudgement
  unasked: boolean
}

const shownRelated = 5

/** The likeliest first; of two alike the one that was filed first. */
const byChance = (a: Judged, b: Judged) =>
  b.judgement.joins - a.judgement.joins || a.candidate.filedAt.getTime() - b.candidate.filedAt.getTime()

function repeatAmong(own: readonly Judged[]): RepeatFound | null {
  const best = own.find(({ unasked }) => unasked) ?? own[0]
  if (best === undefined) return null
  const { candidate, judgement, unasked } = best
  return { ticket: candidate.number, score: judgement.joins, unasked, reasons: judgement.reasons }
}

/** Joins what exists before it opens another: two incidents for one event would have to be merged by hand. */
function incidentAmong(others: readonly Judged[]): IncidentFound | null {
  const best = others.find(({ unasked }) => unasked) ?? others[0]
  if (best === undefined) return null
  const alike = others.filter(({ unasked }) => unasked === best.unasked)
  const within = alike.find(({ candidate }) => candidate.incident !== null) ?? best
  const { incident } = within.candidate
  return {
    incident,
    tickets: alike.filter(({ candidate }) => candidate.incident === incident).map(({ candidate }) => candidate.number),
    score: within.judgement.joins,
    unasked: within.unasked,
    reasons: within.judgement.reasons,
  }
}

/**
 * Which of the filed demands a new one repeats, which incident it belongs to, and what is only related. Another person's demand is never
 * what it repeats.
 */
export function findDuplicates(seen: readonly SeenCandidate[]): Duplicates {
  const judged = seen
    .map((one): Judged => {
      const judgement = judgePair(one.signals)
      return { ...one, judgement, unasked: mayJoinUnasked(one.signals, judgement) }
    })
    .toSorted(byChance)
  const joining = judged.filter(({ judgement }) => judgement.joins >= suggestFrom)
  return {
    repeat: repeatAmong(joining.filter(({ signals }) => signals.person !== null)),
    incident: incidentAmong(joining.filter(({ signals }) => signals.person === null)),
    related: judged
      .filter(({ judgement }) => judgement.answer === 'related')
      .toSorted((a, b) => b.judgement.score - a.judgement.score)
      .slice(0, shownRelated)
      .map(({ candidate, judgement: { score, reasons } }) => ({ ticket: candidate.number, score, reasons })),
  }
}
