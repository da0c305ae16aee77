import type { ColumnType, GeneratedAlways } from 'kysely'

/**
 * The tables as the newest migration leaves them. Moments are milliseconds since 1970 UTC, so that both engines sort and compare them
 * alike; what has a shape of its own is JSON text, because JSON columns refuse the character U+0000. The words of tickets stand in
 * `ticket_words`, which each engine has in its own form.
 */
export interface Tables {
  conversations: ConversationTable
  messages: MessageTable
  exchanges: ExchangeTable
  passages: PassageTable
  tickets: TicketTable
  ticket_days: TicketDayTable
  ticket_events: TicketEventTable
  ticket_departments: TicketDepartmentTable
  incidents: IncidentTable
  attachments: AttachmentTable
  files: FileTable
  outbox: OutboxTable
  feedback: FeedbackTable
  api_keys: ApiKeyTable
  given_answers: GivenAnswerTable
  webhooks: WebhookTable
  webhook_deliveries: WebhookDeliveryTable
  desk_cases: DeskCaseTable
  desk_events: DeskEventTable
}

export interface ConversationTable {
  id: string
  /** JSON: Address */
  address: string
  language: string
  /** JSON: Region or null */
  region: string
  holder: string
  opened_at: number
  /** When the last reply was queued. Writing it serialises the replies of one conversation. */
  replied_at: number | null
}

export interface MessageTable {
  sequence: GeneratedAlways<number>
  conversation: string
  id: string
  at: number
  /** As the person wrote it, personal data included. */
  text: string
  /** JSON: Address */
  sender: string
  /** JSON: Media[] */
  media: string
  /** JSON: GeoPoint or null */
  place: string
  spoken: number
  language: string
  settled_at: number | null
}

export interface ExchangeTable {
  sequence: GeneratedAlways<number>
  conversation: string
  message: string
  at: number
  settled_at: number
  text: string
  query: string
  /** JSON: Region or null */
  region: string
  kind: string
  /** JSON: Outcome */
  outcome: string
  /** JSON: for each passage its content's key in `passages` and what the query made of it */
  found: string
  /** JSON: WriterMark or null */
  writer: string
  knowledge_version: string
  /** JSON: StepTrace[] */
  trace: string
  /** JSON: Reply */
  reply: string
}

/** What passages say, each wording once: thousands of exchanges cite the same few. */
export interface PassageTable {
  /** Digest of the body */
  key: string
  /** JSON: the passage without what a query adds to it */
  body: string
}

export interface TicketTable {
  number: string
  /** yyyymmdd */
  day: string
  serial: number
  kind: string
  conversation: string
  filed_at: number
  state: string
  /** JSON: TicketDraft */
  draft: string
  reason: string | null
  /** Path of names, each with a slash behind it; compared byte by byte. Empty where the place is not known. */
  region: ColumnType<string, string | undefined, string>
  /** Digits only */
  phone: string | null
  email: string | null
  subject: string | null
  /** The last moment of all where there is none */
  due: ColumnType<number, number | undefined, number>
  look_at: number | null
  /** 1 where nobody has to do anything more. */
  settled: ColumnType<number, number | undefined, number>
  supervised: ColumnType<number, number | undefined, number>
  breached: ColumnType<number, number | undefined, number>
  incident: string | null
  /** The number of events; 0 for a handover, which has no life. */
  version: ColumnType<number, number | undefined, number>
  /** JSON: what the events add up to, besides the columns above */
  life: ColumnType<string, string | undefined, string>
}

/** What happened to demands. Rows are only ever added; the database refuses anything else. */
export interface TicketEventTable {
  ticket: string
  sequence: number
  at: number
  role: string
  actor: string
  kind: string
  /** JSON: the fields of this kind of event */
  body: string
}

/** Who handles a demand, with copies of what its queues are sorted by. */
export interface TicketDepartmentTable {
  department: string
  ticket: string
  lead: number
  settled: number
  due: number
  filed_at: number
  serial: number
}

export interface IncidentTable {
  id: string
  opened_at: number
  subject: string | null
  title: string
}

export interface AttachmentTable {
  ticket: string
  id: string
  /** JSON: Attachment */
  body: string
}

/** What people handed in, with its content. */
export interface FileTable {
  id: string
  owner_kind: string
  owner: string
  kind: string
  name: string
  type: string
  bytes: number
  /** SHA-256 in hexadecimal */
  digest: string
  /** JSON: GeoPoint or null */
  point: string
  stored_at: number
  /** 1 once a ticket refers to it */
  claimed: ColumnType<number, number | undefined, number>
  content: Buffer
}

export interface DeskCaseTable {
  number: string
  conversation: string
  state: string
  asked_at: number
  /** The number of events */
  version: number
  /** JSON: DeskCase */
  body: string
  /** How long it was held the last time, milliseconds */
  held_for: ColumnType<number | null, number | null | undefined, number | null>
  let_go_at: ColumnType<number | null, number | null | undefined, number | null>
}

/** What happened to conversations at the desk. Rows are only ever added; the database refuses anything else. */
export interface DeskEventTable {
  number: string
  sequence: number
  at: number
  role: string
  actor: string | null
  kind: string
  /** JSON: the fields of this kind of event */
  body: string
}

export interface TicketDayTable {
  day: string
  last: number
}

export interface OutboxTable {
  sequence: GeneratedAlways<number>
  conversation: string
  /** JSON: Address */
  address: string
  /** JSON: Reply */
  reply: string
  queued_at: number
  next_attempt_at: number
  delivered_at: number | null
  attempts: number
  last_error: string | null
}

export interface FeedbackTable {
  conversation: string
  message: string
  rating: string
  reason: string | null
  comment: string | null
  at: number
}

export interface ApiKeyTable {
  id: string
  name: string
  /** SHA-256 of the whole key */
  digest: string
  /** JSON: KeyScope[] */
  scopes: string
  department: string | null
  created_at: number
  revoked_at: number | null
  last_used_at: number | null
}

export interface GivenAnswerTable {
  sender: string
  name: string
  /** Digest of what was asked */
  content: string
  began_at: number
  status: number | null
  body: ColumnType<string, string | undefined, string>
}

export interface WebhookTable {
  id: string
  department: string
  url: string
  secret: string
  /** JSON: DepartmentEventType[] */
  events: string
  created_at: number
  removed_at: number | null
}

export interface WebhookDeliveryTable {
  sequence: GeneratedAlways<number>
  endpoint: string
  id: string
  type: string
  at: number
  /** JSON, as it is sent */
  data: string
  queued_at: number
  next_attempt_at: number
  attempts: ColumnType<number, number | undefined, number>
  delivered_at: number | null
  given_up_at: number | null
  error: string | null
}
