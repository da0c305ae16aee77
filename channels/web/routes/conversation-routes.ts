import { randomUUID } from 'node:crypto'
import type { Region } from '../../../src/core/region.ts'
import { json } from '../json.ts'
import { bodyRoute, guardedBodyRoute, guardedRoute, type Route } from '../route.ts'
import { wireMessage, wireReply, wireTicket } from '../to-wire.ts'
import { hashToken, makeToken } from '../tokens.ts'
import { changeRequest, history, openRequest, openResponse, ticketList } from '../wire.ts'

/** An empty path chooses no place. */
const chosen = (region: Region) => (region.length === 0 ? null : region)

/** Opening a conversation, reading it again, and changing its language or place. */
export const conversationRoutes = (options: { region: Region | null }): readonly Route[] => [
  bodyRoute({
    method: 'post',
    path: '/conversations',
    summary: 'Opens a conversation. The token is given only here; whoever holds it can read the conversation.',
    body: openRequest,
    gives: { 201: { about: 'The conversation and its token', shape: openResponse } },
    async answer({ body, reception }) {
      const token = makeToken()
      const address = { channel: 'web', user: hashToken(token) }
      const region = body.region === null ? options.region : chosen(body.region)
      const { id } = await reception.open({ id: randomUUID(), address, language: body.language, region })
      return json({ conversation: id, token }, 201)
    },
  }),
  guardedRoute({
    method: 'get',
    path: '/conversations/{id}',
    summary: 'What was said so far: messages and replies, oldest first.',
    gives: { 200: { about: 'The conversation', shape: history } },
    async answer({ reception }, { id, language, region, holder }) {
      const [messages, replies] = await Promise.all([reception.messages(id), reception.repliesSince(id, 0)])
      return json(
        history.parse({
          conversation: id,
          language,
          region,
          holder,
          messages: messages.map(wireMessage),
          replies: replies.map(wireReply),
        }),
      )
    },
  }),
  guardedRoute({
    method: 'get',
    path: '/conversations/{id}/tickets',
    summary: 'How the demands stand that were filed in a conversation, newest first.',
    gives: { 200: { about: 'The demands', shape: ticketList } },
    async answer({ reception }, { id, language }) {
      const tickets = await reception.tickets.of(id)
      return json(ticketList.parse({ tickets: tickets.map((each) => wireTicket(each, language)) }))
    },
  }),
  guardedBodyRoute({
    method: 'patch',
    path: '/conversations/{id}',
    summary: 'Changes the language or the place of a conversation.',
    body: changeRequest,
    gives: { 204: { about: 'Changed', type: '' } },
    async answer({ body: { language, region }, reception }, { id }) {
      await reception.update(id, {
        ...(language === undefined ? {} : { language }),
        ...(region === undefined ? {} : { region: region && chosen(region) }),
      })
      return new Response(null, { status: 204 })
    },
  }),
]
