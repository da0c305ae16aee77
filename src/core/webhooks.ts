/** What a department's own system can be told of a ticket. */
export const departmentEventTypes = [
  'ticket.dispatched',
  'ticket.taken',
  'ticket.replied',
  'ticket.reclassified',
  'ticket.objection-decided',
  'ticket.asking-decided',
  'ticket.resumed',
  'ticket.supplemented',
  'ticket.repeated',
  'ticket.urged',
  'ticket.supervised',
  'ticket.reminded',
  'ticket.overdue',
  'ticket.visited',
  'ticket.reworked',
  'ticket.reopened',
  'ticket.closed',
  'ticket.withdrawn',
  'ticket.transferred',
  'ticket.reassigned',
] as const
export type DepartmentEventType = (typeof departmentEventTypes)[number]

/** Where a department's system wants to be told. */
export interface WebhookEndpoint {
  id: string
  department: string
  url: string
  /** whsec_ and 32 bytes in base64: it signs what is sent there. */
  secret: string
  /** Empty: of everything. */
  events: readonly DepartmentEventType[]
  createdAt: Date
  /** Since when nothing is sent there any more. */
  removedAt: Date | null
}

/** What is to be told to a department. `data` is JSON text. */
export interface WebhookMessage {
  id: string
  type: DepartmentEventType | 'test'
  at: Date
  data: string
}

/** A message on its way to one endpoint. `sequence` grows over all of them, in the order in which they were queued. */
export interface WebhookDelivery extends WebhookMessage {
  sequence: number
  endpoint: string
  queuedAt: Date
  nextAttemptAt: Date
  attempts: number
  deliveredAt: Date | null
  /** Since when it is no longer tried. */
  givenUpAt: Date | null
  error: string | null
}

export type DeliveryState = 'waiting' | 'delivered' | 'given-up'

export interface Webhooks {
  add(endpoint: WebhookEndpoint): Promise<void>
  /** The newest first, removed ones among them. */
  endpoints(): Promise<readonly WebhookEndpoint[]>
  endpoint(id: string): Promise<WebhookEndpoint | null>
  /** Ends an endpoint and what waits for it. False where there is none or it was removed before. */
  remove(id: string, at: Date): Promise<boolean>
  /** Queues a message for every endpoint of a department that wants such; resolves with how many. */
  queue(department: string, message: WebhookMessage): Promise<number>
  /** Queues a message for one endpoint, whatever it wants. */
  queueFor(endpoint: string, message: WebhookMessage): Promise<WebhookDelivery>
  /** Takes what is due, the earliest first, but nothing for the endpoints excepted, and lets nobody else take it until then. */
  take(
    now: Date,
    until: Date,
    which: { limit: number; except?: readonly string[] },
  ): Promise<readonly WebhookDelivery[]>
  delivered(sequence: number, at: Date): Promise<void>
  /** Notes a failed attempt and when to try again; null: never. */
  failed(sequence: number, failure: { error: string; at: Date; tryAgainAt: Date | null }): Promise<void>
  /** The newest first. */
  deliveries(query: { endpoint?: string; state?: DeliveryState; limit: number }): Promise<readonly WebhookDelivery[]>
  /** Queues again what was given up for an endpoint; resolves with how many. */
  resend(endpoint: string, at: Date): Promise<number>
  /** Removes what was queued before then and is delivered or given up; resolves with how many. */
  forget(before: Date): Promise<number>
}
