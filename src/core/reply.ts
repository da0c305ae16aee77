import type { Choice, Outcome } from './outcome.ts'
import type { Citation } from './passage.ts'

/** What one channel can show. A reply is cut to it before delivery. */
export interface Abilities {
  /** Most characters in one message; null for no limit. */
  maxLength: number | null
  buttons: boolean
  links: boolean
  media: boolean
  speech: boolean
  streaming: boolean
}

/** A numbered source as shown under an answer. */
export interface Source extends Citation {
  number: number
}

/** A demand as read back: its parts with their names, in the order in which they are shown. */
export interface DraftCard {
  fields: readonly { name: DraftField; label: string; value: string }[]
}

export type DraftField = 'kind' | 'subject' | 'description' | 'where' | 'when' | 'wish' | 'contact' | 'attachments'

/**
 * An outcome in words. `text` alone is enough for the plainest channel; the parts let a richer one draw the same thing better.
 * Nothing here is HTML or Markdown.
 */
export interface Reply {
  /** The message it replies to. */
  message: string
  kind: Outcome['kind']
  text: string
  sentences: readonly { text: string; marks: readonly (readonly [number, number])[]; sources: readonly number[] }[]
  sources: readonly Source[]
  /** What must not be overlooked: what is not covered, a rule that is repealed or another place's. */
  notes: readonly string[]
  choices: readonly Choice[]
  /** Next questions one may ask. */
  suggestions: readonly string[]
  /** A number to dial, for emergencies and services. */
  call: string | null
  /** The demand to confirm or change, or the one just filed; null for every other reply. */
  draft: DraftCard | null
  /** Number of the ticket or handover that was filed with this reply, or that it tells of. */
  ticket: string | null
}
