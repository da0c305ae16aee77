import type { Attachments, ConversationFiles } from './attachments.ts'
import type { Conversation } from './conversation.ts'
import type { Sentence } from './draft.ts'
import type { Language } from './language.ts'
import type { Address, Message } from './message.ts'
import type { Region } from './region.ts'
import type { Abilities, Reply } from './reply.ts'
import type { DocumentView } from './retriever.ts'
import type { TicketCase } from './ticket-life.ts'
import type { TicketCounter } from './ticket-progress.ts'
import type { TicketDraft } from './ticket.ts'
import type { ExchangeRecord, Feedback, OutboxEntry } from './store.ts'

/** What happens in a conversation while somebody watches it. */
export type ConversationEvent =
  { kind: 'sentence'; message: string; sentence: Sentence } | { kind: 'reply'; entry: OutboxEntry }

/** What the house offers to a channel. A channel sees conversations through it and never the store. */
export interface Reception {
  open(conversation: { id: string; address: Address; language: Language; region: Region | null }): Promise<Conversation>
  conversation(id: string): Promise<Conversation | null>
  update(id: string, change: { region?: Region | null; language?: Language }): Promise<void>
  /** Resolves once the message is stored; the reply comes later through `deliver` and to watchers. */
  receive(message: Message): Promise<'new' | 'repeated'>
  messages(conversation: string): Promise<readonly Message[]>
  exchanges(conversation: string): Promise<readonly ExchangeRecord[]>
  /** Replies after `sequence`, oldest first. */
  repliesSince(conversation: string, sequence: number): Promise<readonly OutboxEntry[]>
  /** Calls back for each event from now on; returns what ends it. */
  watch(conversation: string, listener: (event: ConversationEvent) => void): () => void
  /** Records a rating; personal data in its comment is masked. */
  rate(feedback: Omit<Feedback, 'at'>): Promise<void>
  /** Files a demand that a program sends whole. `subject` is the class that it has chosen; null: it is judged. */
  file(demand: { conversation: string; draft: TicketDraft; subject: string | null }): Promise<TicketCase>
  /** Where people ask after their own demands. */
  tickets: TicketCounter
  /** Takes in the files of programs that come with a key. */
  attachments: Attachments
  /** Files that people send in conversations. */
  files: ConversationFiles
  document(path: string): DocumentView | null
  regions(): readonly Region[]
  suggestions(language: Language, region: Region | null): readonly string[]
}

/** Carries messages between people and the assistant. */
export interface Channel {
  name: string
  abilities: Abilities
  start(reception: Reception): Promise<void>
  /** Answers HTTP requests under /<name>/; `address` is the caller's network address, for limits only. */
  fetch?(request: Request, caller: { address: string }): Promise<Response>
  /** Delivers a reply; throws where it could not, and is then called again later. */
  deliver(address: Address, reply: Reply): Promise<void>
  stop(): Promise<void>
}
