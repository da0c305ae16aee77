import type { Sentence } from '../../src/core/draft.ts'
import type { DocumentView } from '../../src/core/retriever.ts'
import type { OutboxEntry } from '../../src/core/store.ts'
import { fileOf } from '../../src/core/media-of.ts'
import type { Message } from '../../src/core/message.ts'
import { documentView, replyEvent, sentenceEvent, type Wire } from './wire.ts'

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
