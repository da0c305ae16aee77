import type { Language } from './language.ts'
import type { Region } from './region.ts'
import type { HandoverReason } from './ticket.ts'

/**
 * Where a conversation that wants a person stands. `waiting`: nobody has it; `held`: an operator has it; `call-back`: it is to be rung
 * back; `over`: a person dealt with it, it went back to the assistant, or the citizen no longer wants one.
 */
export type DeskState = 'waiting' | 'held' | 'call-back' | 'over'

/** How a person's part in a conversation ended. */
export type DeskOutcome = 'answered' | 'ticket' | 'transferred-outside' | 'no-answer' | 'abandoned' | 'assistant'

/** What whoever takes a conversation has to know or speak. A need of null is met by everybody. */
export interface DeskNeeds {
  language: Language
  region: Region | null
  skill: string | null
}

/** A wish to be rung back; `from` is the earliest moment that suits the citizen, null: at once. */
export interface CallBack {
  phone: string
  from: Date | null
}

/** A conversation on its way to a person and back. `number` is that of the handover, which the citizen was told. */
export interface DeskCase {
  number: string
  conversation: string
  state: DeskState
  reason: HandoverReason
  /** Somebody may be in danger: it comes before all others. */
  urgent: boolean
  needs: DeskNeeds
  /** When a person was first asked for: it keeps its turn by this, also after it was passed on or lost by an absent operator. */
  askedAt: Date
  /** Who holds it; only while it is held. */
  operator: string | null
  heldSince: Date | null
  /** Until when the operator's last sign of life keeps it. */
  heldUntil: Date | null
  /** Whom it is kept for: a transfer to one person. Anybody fit may take it after that moment. */
  reservedFor: { operator: string; until: Date } | null
  callBack: CallBack | null
  outcome: DeskOutcome | null
  /** Operators who had it and let it lapse or passed it on: it is not offered to them before others. */
  passedOn: readonly string[]
}

/** Who did something at the desk. */
export type DeskActor =
  { role: 'citizen' } | { role: 'operator'; id: string } | { role: 'supervisor'; id: string } | { role: 'system' }

/** What happened to a case, added and never changed. */
export type DeskEvent = { at: Date; by: DeskActor } & (
  | { kind: 'asked'; case: Pick<DeskCase, 'number' | 'conversation' | 'reason' | 'urgent' | 'needs'> }
  | { kind: 'taken'; operator: string; until: Date }
  | { kind: 'kept'; until: Date }
  | { kind: 'passed'; to: string | null; skill: string | null; note: string; until: Date | null }
  | { kind: 'lapsed' }
  | { kind: 'call-back-asked'; callBack: CallBack }
  | { kind: 'raised' }
  | { kind: 'ended'; outcome: DeskOutcome; note: string }
)

export type DeskEventBody = DeskEvent extends infer E ? (E extends DeskEvent ? Omit<E, 'at' | 'by'> : never) : never

/** What somebody wants done to a case. */
export type DeskCommand = { by: DeskActor } & (
  | { kind: 'take'; operator: string }
  /** A sign of life from whoever holds it. */
  | { kind: 'keep' }
  /** To another operator, to whoever has a skill, or back into the queue. */
  | { kind: 'pass'; to: string | null; skill: string | null; note: string }
  | { kind: 'ask-call-back'; callBack: CallBack }
  | { kind: 'raise' }
  /** Nothing but what time has brought. */
  | { kind: 'look' }
  | { kind: 'end'; outcome: DeskOutcome; note: string }
)

/** An operator as the queue sees one. Empty lists: no limit. */
export interface DeskOperator {
  id: string
  languages: readonly Language[]
  skills: readonly string[]
  districts: readonly Region[]
  /** Conversations that one person can hold at a time. */
  most: number
}
