import type { DispatchAdvice, Term } from './dispatch.ts'
import type { Attachment, Ticket, TicketState } from './ticket.ts'

/** Who does something to a ticket. `id` is an account, a department's id, a conversation or the name of a rule. */
export interface Actor {
  role: 'citizen' | 'assistant' | 'operator' | 'reviewer' | 'department' | 'leader' | 'clock'
  id: string
}

/** To whom a ticket was given, and on what ground. */
export interface Assignment {
  lead: string
  coHandling: readonly string[]
  /** The line of the catalogue it rests on; null where a person decided otherwise. */
  line: string | null
  reason: string
}

/** What the citizen says of the reply. The questions are asked apart: a friendly answer may solve nothing. */
export interface Visit {
  solved: 'yes' | 'partly' | 'no' | 'unreached'
  courteous: 'yes' | 'no' | 'unsaid'
  /** Whether the handling body got in touch at all. */
  contacted: 'yes' | 'no' | 'unsaid'
  note: string
}

/** What has a time limit: taking a demand in, replying to it, reviewing an objection, asking the citizen whether it is solved. */
export type Watch = 'acceptance' | 'reply' | 'review' | 'visit'

/** As what a ticket ends: it follows from what the citizen said, nobody chooses it. */
export type Ending = 'solved' | 'partly' | 'unsolved' | 'unreached'

/** What happened to a ticket. Events are only ever added; the ticket is what they add up to. `key` names a command sent twice. */
export type TicketEvent = { at: Date; by: Actor; key?: string } & (
  | { kind: 'filed' }
  | { kind: 'accepted'; subject: string | null; term: Term; due: Date; advice: DispatchAdvice | null }
  | { kind: 'reclassified'; subject: string | null; term: Term; due: Date; note: string }
  | { kind: 'dispatched'; assignment: Assignment; due: Date }
  | { kind: 'taken' }
  | { kind: 'objected'; reason: string; line: string; decideBy: Date }
  | { kind: 'objection-upheld'; note: string }
  | { kind: 'objection-refused'; note: string }
  | { kind: 'objection-lapsed'; note: string }
  | { kind: 'pause-asked'; reason: string; until: Date }
  | { kind: 'paused'; until: Date }
  | { kind: 'resumed'; due: Date }
  | { kind: 'extension-asked'; reason: string; until: Date }
  | { kind: 'extended'; due: Date }
  | { kind: 'asking-refused'; note: string }
  | { kind: 'replied'; text: string; attachments: readonly Attachment[] }
  | { kind: 'visited'; visit: Visit }
  /** What the citizen said later of how they were treated. */
  | { kind: 'rated'; courteous: Visit['courteous']; contacted: Visit['contacted'] }
  | { kind: 'reworked'; due: Date; note: string }
  | { kind: 'closed'; as: Ending; note: string }
  | { kind: 'reopened'; reason: string; due: Date }
  | { kind: 'withdrawn'; reason: string }
  | { kind: 'transferred'; to: string; number: string | null; context: string }
  | { kind: 'supplemented'; text: string; attachments: readonly Attachment[] }
  | { kind: 'urged'; text: string }
  | { kind: 'supervised'; note: string }
  | { kind: 'reminded'; of: Watch; due: Date }
  | { kind: 'breached'; of: Watch; due: Date; level: number }
  | { kind: 'joined'; incident: string; score: number }
  | { kind: 'parted'; incident: string }
  | { kind: 'repeated'; conversation: string; text: string }
  | { kind: 'repeat-undone'; conversation: string }
)

export type TicketEventKind = TicketEvent['kind']

/** How far up it went that a limit ran out. A limit that was moved begins again at 0. */
export interface Escalation {
  of: Watch
  due: Date
  level: number
}

/** A demand with everything that its events add up to. */
export interface TicketCase extends Ticket {
  kind: 'ticket'
  state: TicketState
  subject: string | null
  term: Term | null
  /** The advice it was accepted on, for whoever asks why. */
  advice: DispatchAdvice | null
  assignment: Assignment | null
  /** Since when the present lead has it. */
  dispatchedAt: Date | null
  /** By when it has to be replied to; it moves on only by a pause or an extension that was approved, and by rework. */
  due: Date | null
  /** Since when and until when at most the clock stands still; null while it runs. */
  paused: { since: Date; until: Date } | null
  /** What the department asked for and nobody decided yet. */
  asked: { kind: 'pause' | 'extension'; reason: string; until: Date } | null
  objection: { reason: string; line: string; by: string; decideBy: Date } | null
  /** How often bodies sent it back with success. */
  bounces: number
  extensions: number
  reworks: number
  reopens: number
  urged: number
  supervised: boolean
  /** How often its escalation was raised because no reply came in time; 0 while it was never late. */
  breached: number
  /** The level that was reached for each limit that ran out. */
  escalated: readonly Escalation[]
  /** When anybody was last reminded of it. */
  reminded: Date | null
  repliedAt: Date | null
  /** What the citizen last said; a call that reached nobody takes nothing of it back. */
  visit: Visit | null
  /** Calls since the last reply that reached nobody, and when the last of them was. */
  unreached: number
  calledAt: Date | null
  incident: string | null
  /** Conversations in which the same person came with it again. */
  repeats: readonly string[]
  closedAt: Date | null
  closedAs: Ending | null
  /** The number of its events. Who changes a ticket names the version seen; a stale one is refused. */
  version: number
}

/** What nothing has happened to yet but its filing. */
export const justFiled: Omit<TicketCase, keyof Ticket | 'kind' | 'state'> = {
  subject: null,
  term: null,
  advice: null,
  assignment: null,
  dispatchedAt: null,
  due: null,
  paused: null,
  asked: null,
  objection: null,
  bounces: 0,
  extensions: 0,
  reworks: 0,
  reopens: 0,
  urged: 0,
  supervised: false,
  breached: 0,
  escalated: [],
  reminded: null,
  repliedAt: null,
  visit: null,
  unreached: 0,
  calledAt: null,
  incident: null,
  repeats: [],
  closedAt: null,
  closedAs: null,
  version: 1,
}

/** The same matter reported by several people. */
export interface Incident {
  id: string
  openedAt: Date
  subject: string | null
  /** What it is about, from its first report. */
  title: string
  tickets: readonly string[]
}
