import { eventStream } from '../event-stream.ts'
import { Refusal } from '../refusal.ts'
import { guardedRoute, type Route } from '../route.ts'

/** Streams that one conversation may hold open at a time. */
const mostStreams = 6

/** Following a conversation as server-sent events. `stopped` ends every stream. */
export function eventRoutes(options: { heartbeat: number; stopped: AbortSignal }): readonly Route[] {
  const open = new Map<string, number>()
  const count = (id: string, change: number) => {
    const now = (open.get(id) ?? 0) + change
    if (now > 0) open.set(id, now)
    else open.delete(id)
  }
  return [
    guardedRoute({
      method: 'get',
      path: '/conversations/{id}/events',
      summary:
        'Server-sent events: `sentence` while an answer is written, `reply` when it is complete. The id of a `reply` is its sequence.',
      headers: [{ name: 'Last-Event-ID', about: 'Sequence of the last reply that was received; later ones follow.' }],
      gives: { 200: { about: 'The stream', type: 'text/event-stream' } },
      async answer({ request, reception }, { id }) {
        if ((open.get(id) ?? 0) >= mostStreams) throw new Refusal('too-many-streams', 5)
        count(id, 1)
        const after = Number(request.headers.get('last-event-id') ?? 0)
        const events = eventStream({
          reception,
          conversation: id,
          after: Number.isSafeInteger(after) && after > 0 ? after : 0,
          heartbeat: options.heartbeat,
          signal: AbortSignal.any([request.signal, options.stopped]),
          ended: () => count(id, -1),
        })
        return new Response(events, {
          headers: {
            'content-type': 'text/event-stream; charset=utf-8',
            'cache-control': 'no-store, no-transform',
            'x-accel-buffering': 'no',
          },
        })
      },
    }),
  ]
}
