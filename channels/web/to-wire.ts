import type { Sentence } from '../../src/core/draft.ts'
import type { Language } from '../../src/core/language.ts'
import type { DocumentView } from '../../src/core/retriever.ts'
import type { OutboxEntry } from '../../src/core/store.ts'
import { fileOf } from '../../src/core/media-of.ts'
import type { Message } from '../../src/core/message.ts'
import type { TicketProgress } from '../../src/core/ticket-progress.ts'
import { ticketLink } from './ticket-link.ts'
import { documentView, replyEvent, sentenceEvent, ticket, type Wire } from './wire.ts'

/** A stored reply as it goes over the wire; parsing also drops what the wire does not name. */
export const wireReply = ({ sequence, queuedAt, reply }: OutboxEntry): Wire['replyEvent'] =>
  replyEvent.parse({ sequence, at: queuedAt.toISOString(), reply })

/** A message as its sender sees it again. */
export const wireMessage = ({ id, at, text, media, place }: Message): Wire['history']['messages'][number] => ({
  ...{ id, at: at.toISOString(), text, place },
  attachments: media.map(({ kind, name, type, bytes, ...rest }) => ({
    ...{ id: fileOf({ kind, name, type, bytes, ...rest }) ?? '', kind, name, type, bytes },
  })),
})

export const wireSentence = (message: string, { text, marks }: Sentence): Wire['sentenceEvent'] =>
  sentenceEvent.parse({ message, text, marks })

export const wireDocument = (view: DocumentView): Wire['documentView'] => documentView.parse(view)

const written = (at: Date | null) => at?.toISOString() ?? null

export const wireTicket = (progress: TicketProgress, language: Language): Wire['ticket'] =>
  ticket.parse({
    ...progress,
    filedAt: written(progress.filedAt),
    due: written(progress.due),
    pausedUntil: written(progress.pausedUntil),
    body: progress.body?.[language] ?? null,
    stages: progress.stages.map(({ stage, at }) => ({ stage, at: written(at) })),
    replies: progress.replies.map(({ at, body, ...said }) => ({ ...said, at: written(at), body: body[language] })),
    page: ticketLink(progress),
  })
