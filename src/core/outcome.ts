import type { AtLeastOne } from './at-least-one.ts'
import type { Sentence, WriterMark } from './draft.ts'
import type { Intake } from './intake.ts'
import type { Citation } from './passage.ts'
import type { Phrase } from './phrase.ts'
import type { Region } from './region.ts'
import type { CitizenCommand } from './ticket-progress.ts'
import type { Handover, TicketDraft } from './ticket.ts'

/** Something to press or to say instead of typing: `say` is sent as the person's next message. */
export interface Choice {
  label: string
  say: string
}

/** A rule that fits the matter but is not the rule here and now: it is mentioned as such, never given as the answer. */
export interface Aside {
  why: 'expired' | 'superseded' | 'upcoming' | 'elsewhere'
  citation: Citation
}

/** Matters that only another body can decide. */
export type LegalRoute = 'court' | 'arbitration' | 'reconsideration' | 'petition' | 'disclosure' | 'supervision'

export type EmergencyService = 'police' | 'fire' | 'ambulance' | 'traffic' | 'gas' | 'crisis-line' | 'water-rescue'

/** How a turn ends. `leaves`: with its message the demand that was being taken down until then was dropped. */
export type Outcome = Ending & { leaves?: true }

/** The union is closed: every reader of it handles every kind. */
type Ending =
  | {
      kind: 'answer'
      sentences: AtLeastOne<Sentence>
      citations: AtLeastOne<Citation>
      coverage: 'full' | 'partial'
      uncovered: readonly string[]
      asides: readonly Aside[]
      suggestions: readonly string[]
      writer: WriterMark
    }
  | {
      kind: 'unanswered'
      phrase: Phrase
      offers: AtLeastOne<'person' | 'ticket'>
      asides: readonly Aside[]
      summary: string
    }
  | { kind: 'question'; asks: 'place' | 'clarification'; phrase: Phrase; choices: readonly Choice[] }
  | { kind: 'question'; asks: 'intake'; phrase: Phrase; choices: readonly Choice[]; intake: Intake }
  | {
      kind: 'reply'
      phrase: Phrase
      choices: readonly Choice[]
      gives: Partial<{ region: Region; holder: 'assistant' }>
    }
  | { kind: 'emergency'; service: EmergencyService; number: string; advice: Phrase }
  | { kind: 'redirect'; route: LegalRoute; phrase: Phrase; citations: readonly Citation[] }
  /**
   * `joined`: the earlier demand that it was joined to, as settling found; `separate`: the person says that it is another matter; `others`:
   * matters told besides, which are offered next.
   */
  | { kind: 'ticket'; filed: TicketDraft; joined?: string; separate?: true; others?: readonly string[] }
  | { kind: 'status'; number: string }
  /** What a citizen wants done to their own demand; it is done when the turn is settled. */
  | { kind: 'act'; number: string; command: CitizenCommand }
  | { kind: 'handover'; handover: Handover }
  | { kind: 'refusal'; phrase: Phrase }
  | { kind: 'relay' }

export type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>
