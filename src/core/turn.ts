import type { Draft } from './draft.ts'
import type { Heard, OpenIntake } from './intake.ts'
import type { Language } from './language.ts'
import type { Message } from './message.ts'
import { openIntake } from './open-intake.ts'
import type { Outcome } from './outcome.ts'
import type { Passage } from './passage.ts'
import type { Region } from './region.ts'
import type { Match } from './retriever.ts'
import type { TicketKind } from './ticket.ts'

/** A question and how it ended. `text` and `query` are masked: no personal data stands in a history. */
export interface Exchange {
  message: string
  at: Date
  text: string
  /** The self-contained question that was looked for; a follow-up is understood from it. */
  query: string
  region: Region | null
  outcome: Outcome
}

/** A piece of personal data taken out of the text: `placeholder` stands where `value` stood. */
export interface PersonalDatum {
  placeholder: string
  kind: 'name' | 'identity-number' | 'phone' | 'bank-card' | 'address' | 'plate' | 'email'
  value: string
}

/** What the person wants of us, as far as rules can tell. */
export type Intent = 'consultation' | Exclude<TicketKind, 'consultation'> | 'small-talk' | 'out-of-scope'

/** One question inside a message, self-contained, with what was found for it. */
export interface QuestionPart {
  text: string
  /** Ranked, best first: in force and valid for the region, as far as it is known. */
  passages: readonly Passage[]
  /** Fit as well, but repealed, not yet in force, or another place's. */
  asides: readonly Passage[]
  match: Match
}

/**
 * One message on its way to an outcome. Every field starts honest (query = the masked text, passages = [], draft = null), so no step
 * has to ask whether another ran. Steps return a changed copy.
 */
export interface Turn {
  message: Message
  language: Language
  history: readonly Exchange[]
  holder: 'assistant' | 'operator'
  /** The place the person asks about, where it is known from this message, an earlier one, or the channel. */
  region: Region | null
  /** The demand that is being taken down; it comes from the history, so that a restart loses nothing. */
  intake: OpenIntake | null
  /** The demand that the message drops in order to ask for something else; null where it drops none. */
  left: OpenIntake | null
  /** What was taken out of the message's text; message.text holds the placeholders from mask-personal-data on. */
  masked: readonly PersonalDatum[]
  /** What a model heard of a demand in the message; null where none listened. */
  heard: Heard | null
  intent: Intent
  query: string
  /** The matter talked of before, where the message may lean on it and says enough to stand alone as well; else null. */
  context: string | null
  /** The questions in the message; one for a simple message, none before retrieval. */
  parts: readonly QuestionPart[]
  /** The passages of all parts, best first, each once. */
  passages: readonly Passage[]
  draft: Draft | null
}

/** A turn as it starts: nothing is known of it but the message and what the conversation remembers. */
export const startTurn = (message: Message, known: Pick<Turn, 'language' | 'history' | 'holder' | 'region'>): Turn => ({
  ...known,
  intake: openIntake(known.history, message.at),
  left: null,
  message,
  masked: [],
  heard: null,
  intent: 'consultation',
  query: message.text,
  context: null,
  parts: [],
  passages: [],
  draft: null,
})
