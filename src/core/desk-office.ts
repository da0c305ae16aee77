import type { DeskCase, DeskCommand, DeskNeeds, DeskOperator } from './desk.ts'
import type { Language } from './language.ts'
import type { Phrase } from './phrase.ts'
import type { Store } from './store.ts'
import type { HandoverReason } from './ticket.ts'

/** A conversation that is handed over. `number` is that of the handover. */
export interface AskedForPerson {
  number: string
  conversation: string
  reason: HandoverReason
  urgent: boolean
  needs: DeskNeeds
}

export type DeskAnswer = { kind: 'done'; case: DeskCase } | { kind: 'refused'; why: Phrase } | { kind: 'unknown' }

/** Where a conversation gets a person, and comes back from one. */
export interface DeskDoor {
  /** Puts a conversation in the queue, inside the transaction that hands it over. One that is there already stays. */
  ask(store: Store, asked: AskedForPerson): Promise<void>
  /** What the citizen is to know of their place in the queue: who is before them, and when people are there. */
  tell(store: Store, number: string, language: Language): Promise<readonly Phrase[]>
  /** The citizen goes back to the assistant, inside the transaction that records it. */
  leave(store: Store, conversation: string): Promise<void>
}

/** The one place that changes conversations at the desk. */
export interface DeskOffice extends DeskDoor {
  /** Does a command; whoever was faster is let past. With the end of a case its conversation goes back to the assistant. */
  execute(number: string, command: DeskCommand): Promise<DeskAnswer>
  /** What an operator may take now, in turn. */
  queue(operator: DeskOperator): Promise<readonly DeskCase[]>
  /** Takes from operators who gave no sign of life what they hold. Resolves with how many were. */
  sweep(): Promise<number>
}
