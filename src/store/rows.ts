import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Conversation } from '../core/conversation.ts'
import type { StoredFile } from '../core/files.ts'
import type { Message } from '../core/message.ts'
import type { ExchangeRecord, Feedback, OutboxEntry } from '../core/store.ts'
import type { Ticket } from '../core/ticket.ts'
import type { Exchange } from '../core/turn.ts'
import { addressShape, languageShape, mediaShape, placeShape, regionShape, writerMarkShape } from './shapes/basics.ts'
import { outcomeShape } from './shapes/outcome-shape.ts'
import { foundShape, type Found } from './shapes/passage-shape.ts'
import { replyShape } from './shapes/reply-shape.ts'
import { attachmentFields, ticketDraftShape, ticketFields } from './shapes/ticket-shape.ts'
import { traceShape } from './shapes/trace-shape.ts'
import type {
  ConversationTable,
  ExchangeTable,
  FeedbackTable,
  FileTable,
  MessageTable,
  OutboxTable,
  TicketTable,
} from './tables.ts'

/** A moment as the tables hold it. */
export const moment = z.number().transform((milliseconds) => new Date(milliseconds))

/** A text column that holds JSON of a shape. */
export const json = <S extends z.ZodType>(shape: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.issues.push({ code: 'custom', message: 'is no JSON', input: text })
        return z.NEVER
      }
    })
    .pipe(shape)

/** Makes the reader of one kind of row; a row that cannot be read is named, without its text. */
export function reader<Row, T>(table: string, shape: z.ZodType<T>): (row: Row) => T {
  return (row) => {
    const read = shape.safeParse(row, { reportInput: false })
    if (read.success) return read.data
    const where = read.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`)
    throw new Error(`A row of ${table} cannot be read: ${where.join(', ')}.`)
  }
}

const conversationRow = z
  .object({
    id: z.string(),
    address: json(addressShape),
    language: languageShape,
    region: json(regionShape.nullable()),
    holder: z.enum(['assistant', 'operator']),
    opened_at: moment,
  })
  .transform(({ opened_at: openedAt, ...rest }): Conversation => ({ ...rest, openedAt }))

export const readConversation = reader<Selectable<ConversationTable>, Conversation>('conversations', conversationRow)

const messageRow = z
  .object({
    id: z.string(),
    conversation: z.string(),
    sender: json(addressShape),
    at: moment,
    text: z.string(),
    media: json(z.array(mediaShape).readonly()),
    place: json(placeShape.nullable()),
    spoken: z.number(),
    language: languageShape,
  })
  .transform(({ sender: from, spoken, ...rest }): Message => ({ ...rest, from, spoken: spoken === 1 }))

export const readMessage = reader<Selectable<MessageTable>, Message>('messages', messageRow)

/** An exchange as its row holds it: its passages stand elsewhere. */
export type StoredExchange = Omit<ExchangeRecord, 'passages'> & { found: readonly Found[] }

const exchangeRow = z
  .object({
    conversation: z.string(),
    message: z.string(),
    at: moment,
    settled_at: moment,
    text: z.string(),
    query: z.string(),
    region: json(regionShape.nullable()),
    outcome: json(outcomeShape),
    found: json(z.array(foundShape)),
    writer: json(writerMarkShape.nullable()),
    knowledge_version: z.string(),
    trace: json(z.array(traceShape).readonly()),
    reply: json(replyShape),
  })
  .transform(({ settled_at: settledAt, knowledge_version: knowledgeVersion, ...rest }): StoredExchange => ({
    ...rest,
    settledAt,
    knowledgeVersion,
  }))

const pastRow = z.object({
  message: z.string(),
  at: moment,
  text: z.string(),
  query: z.string(),
  region: json(regionShape.nullable()),
  outcome: json(outcomeShape),
})

export const readPastExchange = reader<Pick<Selectable<ExchangeTable>, keyof Exchange>, Exchange>('exchanges', pastRow)

export const readExchange = reader<Selectable<ExchangeTable>, StoredExchange>('exchanges', exchangeRow)

const ticketRow = z
  .object({ ...ticketFields, filed_at: moment, draft: json(ticketDraftShape) })
  .transform(({ filed_at: filedAt, ...rest }): Ticket => ({ ...rest, filedAt }))

export const readTicket = reader<Selectable<TicketTable>, Ticket>('tickets', ticketRow)

const outboxRow = z
  .object({
    sequence: z.number(),
    conversation: z.string(),
    address: json(addressShape),
    reply: json(replyShape),
    queued_at: moment,
    delivered_at: moment.nullable(),
    attempts: z.number(),
  })
  .transform(({ queued_at: queuedAt, delivered_at: deliveredAt, ...rest }): OutboxEntry => ({
    ...rest,
    queuedAt,
    deliveredAt,
  }))

export const readOutboxEntry = reader<Selectable<OutboxTable>, OutboxEntry>('outbox', outboxRow)

const feedbackRow = z.object({
  conversation: z.string(),
  message: z.string(),
  rating: z.enum(['up', 'down']),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  at: moment,
})

export const readFeedback = reader<Selectable<FeedbackTable>, Feedback>('feedback', feedbackRow)

const fileRow = z
  .object({
    ...attachmentFields,
    owner_kind: z.enum(['conversation', 'client']),
    owner: z.string(),
    point: json(placeShape.nullable()),
    stored_at: moment,
  })
  .transform(({ owner_kind: kind, owner: id, stored_at: storedAt, ...rest }): StoredFile => ({
    ...rest,
    owner: { kind, id },
    storedAt,
  }))

export const readFile = reader<Omit<Selectable<FileTable>, 'content' | 'claimed'>, StoredFile>('files', fileRow)
