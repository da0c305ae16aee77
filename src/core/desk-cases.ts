import type { DeskCase, DeskEvent } from './desk.ts'

/** A case as it is kept; `version` is the number of its events. */
export interface DeskRecord {
  case: DeskCase
  version: number
}

/** The conversations that want a person, or have one. */
export interface DeskCases {
  /** Begins a case. 'exists' where the conversation has one that is not over: nothing is changed. */
  open(asked: Extract<DeskEvent, { kind: 'asked' }>, begun: DeskCase): Promise<'opened' | 'exists'>
  find(number: string): Promise<DeskRecord | null>
  /** The case of a conversation that is not over; there is one at most. */
  ofConversation(conversation: string): Promise<DeskRecord | null>
  /** Adds events to a case that had `before` of them, and what it is now. False where somebody else came first: nothing is changed. */
  change(now: DeskCase, before: number, events: readonly DeskEvent[]): Promise<boolean>
  /** All that are not over, in the order in which they were asked for. */
  current(): Promise<readonly DeskRecord[]>
  history(number: string): Promise<readonly DeskEvent[]>
  /** How long the last conversations were held, the newest first, milliseconds. */
  lengths(limit: number): Promise<readonly number[]>
}
