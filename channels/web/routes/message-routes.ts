import type { Clock } from '../../../src/core/clock.ts'
import type { Conversation } from '../../../src/core/conversation.ts'
import type { Message } from '../../../src/core/message.ts'
import { json } from '../json.ts'
import { rateReply } from '../rate-reply.ts'
import { guardedBodyRoute, type Route } from '../route.ts'
import { feedbackRequest, messageRequest, messageResponse } from '../wire.ts'

/** A typed message as the house takes it. */
export const typedMessage = (from: Conversation, id: string, text: string, at: Date): Message => ({
  id,
  conversation: from.id,
  from: from.address,
  at,
  text,
  media: [],
  place: null,
  spoken: false,
  language: from.language,
})

/** Sending a message and rating a reply. */
export const messageRoutes = (options: {
  clock: Clock
  limit: (conversation: string) => Promise<void>
}): readonly Route[] => [
  guardedBodyRoute({
    method: 'post',
    path: '/conversations/{id}/messages',
    summary:
      'Sends a message. Accepted means stored; the same id twice is the same message. The reply comes as an event.',
    body: messageRequest,
    gives: { 202: { about: 'Stored', shape: messageResponse } },
    async answer({ body, reception }, conversation) {
      await options.limit(conversation.id)
      const status = await reception.receive(typedMessage(conversation, body.id, body.text, options.clock()))
      return json({ status }, 202)
    },
  }),
  guardedBodyRoute({
    method: 'post',
    path: '/conversations/{id}/feedback',
    summary: 'Rates the reply to a message; a later rating replaces an earlier one.',
    body: feedbackRequest,
    gives: { 204: { about: 'Recorded', type: '' } },
    async answer({ body, reception }, { id }) {
      await rateReply(reception, { ...body, conversation: id })
      return new Response(null, { status: 204 })
    },
  }),
]
