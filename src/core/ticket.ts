import type { Region } from './region.ts'

/** What a demand is, as asked at intake. */
export type TicketKind = 'consultation' | 'request' | 'complaint' | 'report' | 'suggestion' | 'praise'

/** A demand as understood from the dialogue. Personal data stands here in the clear: it goes to the store, never to a log or model. */
export interface TicketDraft {
  kind: TicketKind
  subject: string
  description: string
  region: Region | null
  /** What the assistant already tried: one line a step, for the person who takes over. */
  tried: readonly string[]
}

/** Why a person is needed. */
export type HandoverReason = 'asked-for' | 'unanswered' | 'fault' | 'safety'

export interface Handover {
  reason: HandoverReason
  /** What the matter is, in two or three sentences for the operator. */
  summary: string
  tried: readonly string[]
}

/** A filed demand or handover: `number` is what the citizen is told. */
export interface Ticket {
  number: string
  kind: 'ticket' | 'handover'
  conversation: string
  filedAt: Date
  state: 'filed' | 'closed'
  draft: TicketDraft
  reason: HandoverReason | null
}
