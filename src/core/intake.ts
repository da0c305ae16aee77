import type { Language } from './language.ts'
import type { GeoPoint } from './message.ts'
import type { Choice } from './outcome.ts'
import type { Phrase } from './phrase.ts'
import type { Region } from './region.ts'
import type { Attachment, Contact, TicketDraft, TicketKind } from './ticket.ts'

/** What an intake can ask for; `spot` is the place inside a district, `confirm` the reading back of the whole draft. */
export const intakeQuestions = ['what', 'kind', 'where', 'spot', 'when', 'wish', 'contact', 'phone', 'confirm'] as const
export type IntakeQuestion = (typeof intakeQuestions)[number]

/** An intake as far as it has come. Its draft is masked: placeholders stand where personal data stood. */
export interface Intake {
  draft: TicketDraft
  /** What the last question asked for. */
  asking: IntakeQuestion
  /** What was asked so far: nothing is asked twice unless the person wants to change it. */
  asked: readonly IntakeQuestion[]
  /** Other matters that came up, in the person's words: each is a demand of its own, offered once this one is filed. */
  others?: readonly string[]
}

/** An intake under way, with its last question, which stands until it is answered. */
export interface OpenIntake extends Intake {
  phrase: Phrase
  choices: readonly Choice[]
}

/** What a model heard in a message about a demand. Nothing of it counts unless the message says so itself. */
export interface Heard {
  kind: TicketKind | null
  /** The matter in a few words. */
  subject: string | null
  where: string | null
  when: string | null
  wish: string | null
}

/** Hears what a masked message tells of a demand; `asked` is the question it may answer. Null where it cannot say. */
export type HearDemand = (
  said: { text: string; asked: string; language: Language },
  signal: AbortSignal,
) => Promise<Heard | null>

/** How likely a text is of each kind, by what it means; the chances add up to 1. */
export type KindChances = Readonly<Record<TicketKind, number>>

/** Guesses the kind of a masked text; null where it cannot say in time. */
export type GuessKind = (text: string, signal: AbortSignal) => Promise<KindChances | null>

/** What a message tells an intake. `text` is masked; `region` is the place that is known without it. */
export interface Told {
  text: string
  at: Date
  language: Language
  region: Region | null
  point: GeoPoint | null
  attachments: readonly Attachment[]
  /** How the person could be reached about an earlier demand in the same conversation; null where they told nothing of it. */
  contact: Contact | null
  /** The kind that the text means; null where nobody guessed. */
  kinds: KindChances | null
  /** What a model heard in it; null where none listened. */
  heard: Heard | null
}

/**
 * How an intake goes on: it asks, files, is left, or the message is none of its business. `rest`: what is asked for instead in the same
 * breath, '' where nothing is.
 */
export type IntakeMove =
  | { kind: 'ask'; phrase: Phrase; choices: readonly Choice[]; intake: Intake }
  | { kind: 'file'; draft: TicketDraft; others: readonly string[] }
  | { kind: 'leave'; rest: string }
  | { kind: 'pass' }

/** A message read as a demand. `explicit`: it says so itself ("I want to complain"); else it describes what is wrong. */
export interface Demand {
  kind: TicketKind
  explicit: boolean
}

/** Conducts intakes: the rules of the dialogue, without any effect. */
export interface ConductIntake {
  /** Reads a message as a demand; null for a question, for small talk and for what describes nothing. */
  demand(text: string, kinds: KindChances | null): Demand | null
  /** The kind of demand that a text would make, a question about one included. */
  kindOf(text: string, kinds: KindChances | null): TicketKind
  /** True for "file a ticket" and the like, and nothing more. */
  wantsToFile(text: string): boolean
  /** Opens an intake with what is known; an empty text is asked for. */
  begin(told: Told): IntakeMove
  goOn(intake: Intake, told: Told): IntakeMove
}
