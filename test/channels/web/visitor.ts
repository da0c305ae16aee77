import { createParser, type EventSourceMessage } from 'eventsource-parser'
import type { WebChannel } from '../../../channels/web/create-web-channel.ts'
import { history, openResponse, replyEvent, type Wire } from '../../../channels/web/wire.ts'

const site = 'http://site.test/web'
const caller = { address: '192.0.2.1' }

export const ask = (channel: WebChannel, path: string, init: RequestInit = {}): Promise<Response> =>
  channel.fetch(new Request(site + path, init), caller)

export const post = (body: unknown, token?: string): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  body: JSON.stringify(body),
})

/** Somebody with a conversation of their own, as a front end would drive the API. */
export async function openVisitor(channel: WebChannel, opening: object = {}) {
  const { conversation, token } = openResponse.parse(await (await ask(channel, '/conversations', post(opening))).json())
  const own = `/conversations/${conversation}`
  const headers = { authorization: `Bearer ${token}` }
  return {
    conversation,
    token,
    own,
    headers,
    say: (text: string, id: string = crypto.randomUUID()) => ask(channel, `${own}/messages`, post({ id, text }, token)),
    history: async () => history.parse(await (await ask(channel, own, { headers })).json()),
    /** Follows the events until `enough`, then goes away. */
    async follow(enough: (events: readonly EventSourceMessage[]) => boolean, lastEventId?: number) {
      const leave = new AbortController()
      const last = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }
      const response = await ask(channel, `${own}/events`, { headers: { ...headers, ...last }, signal: leave.signal })
      const events: EventSourceMessage[] = []
      const parser = createParser({ onEvent: (event) => events.push(event) })
      const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader()
      while (!enough(events)) {
        const { value, done } = await reader.read()
        if (done) break
        parser.feed(value)
      }
      leave.abort()
      await reader.cancel()
      return events
    },
  }
}

export type Visitor = Awaited<ReturnType<typeof openVisitor>>

export const repliesOf = (events: readonly EventSourceMessage[]): readonly Wire['replyEvent'][] =>
  events.filter(({ event }) => event === 'reply').map(({ data }) => replyEvent.parse(JSON.parse(data)))

export const replies =
  (count: number) =>
  (events: readonly EventSourceMessage[]): boolean =>
    repliesOf(events).length >= count
