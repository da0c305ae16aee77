import type { DispatchAdvice, Term } from './dispatch.ts'
import type { Actor, Assignment, Visit } from './ticket-life.ts'
import type { Attachment } from './ticket.ts'

/**
 * What somebody wants done to a demand. Who names a citizen as `by` has made sure that the demand is theirs. `key` is the sender's own name
 * for the command, by which it is known again when it comes twice; `seen` the version of the ticket that the sender has seen: at another one
 * nothing is done.
 */
export type TicketCommand = { by: Actor; key?: string; seen?: number } & (
  | { kind: 'accept'; subject: string | null; term: Term; advice: DispatchAdvice | null }
  | { kind: 'reclassify'; subject: string | null; term: Term; note: string }
  /** Gives it to a body. */
  | { kind: 'dispatch'; assignment: Assignment }
  /** Gives it to another body than the one that has it (改派). */
  | { kind: 'redispatch'; assignment: Assignment }
  /** The body takes the demand on: from then on it cannot object. */
  | { kind: 'take' }
  /** The body says that it is not responsible (退单), by which duty, and the line of the catalogue that it means. */
  | { kind: 'object'; reason: string; line: string }
  /** Who is responsible instead; null where the hotline looks for it. */
  | { kind: 'uphold-objection'; note: string; assignment: Assignment | null }
  | { kind: 'refuse-objection'; note: string }
  | { kind: 'ask-pause'; reason: string; until: Date }
  | { kind: 'ask-extension'; reason: string; until: Date }
  /** Grants what is asked, at most until then; null: as asked. */
  | { kind: 'approve'; until: Date | null }
  | { kind: 'refuse-asking'; note: string }
  /** Ends a pause before its time. */
  | { kind: 'resume' }
  | { kind: 'reply'; text: string; attachments: readonly Attachment[] }
  | { kind: 'visit'; visit: Visit }
  /** Says afterwards what a visit left unsaid. */
  | { kind: 'rate'; courteous: Visit['courteous']; contacted: Visit['contacted'] }
  | { kind: 'rework'; note: string }
  /** Ends a demand as what the citizen said of it. */
  | { kind: 'close'; note: string }
  | { kind: 'reopen'; reason: string }
  | { kind: 'withdraw'; reason: string }
  /** Passes it to 110, 119, 120, 122, a utility or another body outside; `number` is the one it has there. */
  | { kind: 'transfer'; to: string; number: string | null; context: string }
  | { kind: 'supplement'; text: string; attachments: readonly Attachment[] }
  | { kind: 'urge'; text: string }
  | { kind: 'supervise'; note: string }
  | { kind: 'join'; incident: string; score: number }
  | { kind: 'part'; incident: string }
  /** The same person came with the same matter again. */
  | { kind: 'repeat'; conversation: string; text: string }
  /** What they came with was another matter. */
  | { kind: 'undo-repeat'; conversation: string }
)

export type CommandKind = TicketCommand['kind']
export type Commands = { readonly [K in CommandKind]: Extract<TicketCommand, { kind: K }> }
