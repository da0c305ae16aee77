import type { TicketCommand } from './ticket-command.ts'
import type { Phrase } from './phrase.ts'
import type { Ending } from './ticket-life.ts'
import type { Attachment, TicketState } from './ticket.ts'

/** The way of a demand as its citizen sees it, in order. */
export const ticketStages = ['filed', 'accepted', 'dispatched', 'in-progress', 'replied', 'visited', 'closed'] as const
export type TicketStage = (typeof ticketStages)[number]

/** What a citizen can do to their own demand. */
export const citizenActions = ['urge', 'withdraw', 'supplement', 'visit', 'rate', 'reopen'] as const
export type CitizenAction = (typeof citizenActions)[number]

/** Names of a body in both languages. */
export type BodyName = Readonly<Record<'zh' | 'en', string>>

/** How a demand stands, as told to whoever has proof that it is theirs. */
export interface TicketProgress {
  number: string
  state: TicketState
  /** The matter in a few words. */
  title: string
  filedAt: Date
  /** By when it is to be replied to; null before it is taken in. */
  due: Date | null
  /** No reply came by then. */
  late: boolean
  pausedUntil: Date | null
  /** Who has it; null as long as nobody has. */
  body: BodyName | null
  /** When each stage was last reached; null: not yet, or not again since it was sent back. */
  stages: readonly { stage: TicketStage; at: Date | null }[]
  /** What was answered so far, oldest first. */
  replies: readonly { at: Date; body: BodyName; text: string; attachments: readonly Attachment[] }[]
  /** How often it was sent back as not solved. */
  reworks: number
  endedAs: Ending | 'withdrawn' | 'transferred' | null
  /** What can be done to it now. */
  actions: readonly CitizenAction[]
  /** Opens it without the conversation: part of a link. */
  secret: string
}

/** What a citizen may do, without who and when. */
export type CitizenCommand = WithoutSender<Extract<TicketCommand, { kind: CitizenAction }>>
type WithoutSender<C> = C extends unknown ? Omit<C, 'by' | 'key' | 'seen'> : never

/** Why somebody may see a demand: `shown` says that it was proven before in the same conversation. */
export type TicketProof =
  | { kind: 'conversation'; conversation: string }
  /** The last four digits of the telephone number given as contact. */
  | { kind: 'digits'; digits: string }
  | { kind: 'secret'; secret: string }
  | { kind: 'shown' }

export type CounterAnswer =
  /** `told`: what it came to, in words for the one who did it. */
  | { kind: 'done'; progress: TicketProgress; told: readonly Phrase[] }
  | { kind: 'refused'; why: Phrase; progress: TicketProgress }
  /** No such number, or no proof: nobody learns which. */
  | { kind: 'unknown' }

/** Where citizens ask after their own demands. */
export interface TicketCounter {
  /** Null for an unknown number and for a proof that does not fit. After many wrong digits a number is closed to digits for a while. */
  find(number: string, proof: TicketProof): Promise<TicketProgress | null>
  /** How a demand stands, in words. */
  describe(progress: TicketProgress, language: 'zh' | 'en'): readonly Phrase[]
  /** Whether a number is that of a conversation's handover to a person, which has no life of its own. */
  isHandover(number: string, conversation: string): Promise<boolean>
  /** The demands of a conversation, newest first. */
  of(conversation: string): Promise<readonly TicketProgress[]>
  /** Does what the citizen asks. `by` names the conversation or the page; `key` the message, which may come twice. */
  act(
    request: { number: string; proof: TicketProof; by: string; key: string; language: 'zh' | 'en' },
    command: CitizenCommand,
  ): Promise<CounterAnswer>
}
