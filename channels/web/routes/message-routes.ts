import type { Clock } from '../../../src/core/clock.ts'
import type { Conversation } from '../../../src/core/conversation.ts'
import type { Reception } from '../../../src/core/channel.ts'
import { mediaOf } from '../../../src/core/media-of.ts'
import type { Media, Message } from '../../../src/core/message.ts'
import { json } from '../json.ts'
import { rateReply } from '../rate-reply.ts'
import { Refusal } from '../refusal.ts'
import { guardedBodyRoute, type Route } from '../route.ts'
import { feedbackRequest, messageRequest, messageResponse } from '../wire.ts'

/** A typed message as the house takes it, with the files and the place that go with it. */
export const typedMessage = (
  from: Conversation,
  id: string,
  text: string,
  at: Date,
  { media = [], place = null }: Partial<Pick<Message, 'media' | 'place'>> = {},
): Message => ({
  id,
  conversation: from.id,
  from: from.address,
  at,
  text,
  media,
  place,
  spoken: false,
  language: from.language,
})

/** The files that a message names; one that is not the conversation's own is as unknown as one that does not exist. */
export async function mediaOfIds(
  { files }: Reception,
  conversation: string,
  ids: readonly string[],
): Promise<readonly Media[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => files.find(conversation, id)))
  return found.map((attachment) => {
    if (attachment === null) throw new Refusal('not-found')
    return mediaOf(attachment)
  })
}

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
      const { id, text, place } = body
      const media = await mediaOfIds(reception, conversation.id, body.attachments)
      const message = typedMessage(conversation, id, text, options.clock(), { media, place })
      const status = await reception.receive(message)
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
