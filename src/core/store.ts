import type { DeskCases } from './desk-cases.ts'
import type { Keys } from './api-key.ts'
import type { WriterMark } from './draft.ts'
import type { Conversation } from './conversation.ts'
import type { Files } from './files.ts'
import type { GivenAnswers } from './given-answers.ts'
import type { Address, Message } from './message.ts'
import type { Passage } from './passage.ts'
import type { Reply } from './reply.ts'
import type { StepTrace } from './run-pipeline.ts'
import type { TicketCases } from './ticket-cases.ts'
import type { HandoverReason, Ticket, TicketDraft } from './ticket.ts'
import type { Exchange } from './turn.ts'
import type { Webhooks } from './webhooks.ts'

/** All that is needed to replay an answer: what was asked, found, written and shown, and from which versions. */
export interface ExchangeRecord extends Exchange {
  conversation: string
  passages: readonly Passage[]
  writer: WriterMark | null
  knowledgeVersion: string
  trace: readonly StepTrace[]
  reply: Reply
  settledAt: Date
}

export interface Conversations {
  /** Opens a conversation; one that exists stays as it is. */
  open(conversation: Conversation): Promise<void>
  find(id: string): Promise<Conversation | null>
  update(id: string, change: Partial<Pick<Conversation, 'region' | 'holder' | 'language'>>): Promise<void>
  /** Stores a message before it is acknowledged. 'repeated' when this conversation already has its id: nothing is changed. */
  accept(message: Message): Promise<'new' | 'repeated'>
  /** Accepted messages without an exchange, oldest first: what a crash interrupted. */
  unsettled(): Promise<readonly Message[]>
  messages(conversation: string): Promise<readonly Message[]>
  /** Records how a message ended. False when it had ended before: nothing is changed. */
  settle(record: ExchangeRecord): Promise<boolean>
  /** The last `limit` exchanges, oldest first. */
  exchanges(conversation: string, limit: number): Promise<readonly ExchangeRecord[]>
  exchange(conversation: string, message: string): Promise<ExchangeRecord | null>
  /** The same as `exchanges`, but only what the next turn is understood from: no passages, reply or trace. */
  history(conversation: string, limit: number): Promise<readonly Exchange[]>
}

export interface NewTicket {
  kind: Ticket['kind']
  conversation: string
  filedAt: Date
  draft: TicketDraft
  reason: HandoverReason | null
  /** The number that it had elsewhere, of the day of its filing; one in use is an error. Not given: the next of its day. */
  number?: string
}

export interface Tickets {
  /** Files a ticket under the next number of its day: yyyymmdd-nnnn. The life of a demand begins with the event `filed`. */
  file(ticket: NewTicket): Promise<Ticket>
  find(number: string): Promise<Ticket | null>
  /** Newest first, handovers among them. */
  list(limit: number): Promise<readonly Ticket[]>
}

/** A reply on its way. `sequence` grows over all replies; a reader of one conversation resumes after the last it saw. */
export interface OutboxEntry {
  sequence: number
  conversation: string
  address: Address
  reply: Reply
  queuedAt: Date
  deliveredAt: Date | null
  attempts: number
}

export interface Outbox {
  queue(entry: Pick<OutboxEntry, 'conversation' | 'address' | 'reply' | 'queuedAt'>): Promise<OutboxEntry>
  /** Undelivered entries whose next attempt is due, oldest first. */
  due(now: Date, limit: number): Promise<readonly OutboxEntry[]>
  delivered(sequence: number, at: Date): Promise<void>
  /** Notes a failed attempt and when to try again. */
  failed(sequence: number, error: string, tryAgainAt: Date): Promise<void>
  /** A conversation's entries after `sequence`, oldest first. */
  since(conversation: string, sequence: number): Promise<readonly OutboxEntry[]>
}

export interface Feedback {
  conversation: string
  message: string
  rating: 'up' | 'down'
  /** One of the offered reasons, or null. */
  reason: string | null
  /** The person's own words, masked. */
  comment: string | null
  at: Date
}

export interface FeedbackBook {
  /** A later rating of the same message replaces the earlier one. */
  record(feedback: Feedback): Promise<void>
  list(limit: number): Promise<readonly Feedback[]>
}

/** Everything that must outlive the process. */
export interface Store {
  conversations: Conversations
  tickets: Tickets
  cases: TicketCases
  files: Files
  outbox: Outbox
  feedback: FeedbackBook
  keys: Keys
  answers: GivenAnswers
  webhooks: Webhooks
  desk: DeskCases
  /** Does all of the work or none of it. Inside, only the store handed in may be used. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>
  close(): Promise<void>
}
