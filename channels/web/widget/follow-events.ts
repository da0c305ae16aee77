import { createParser } from 'eventsource-parser'
import type { Wire } from '../wire.ts'
import type { Session } from './memory.ts'
import { pause } from './pause.ts'

export interface Following {
  base: string
  session: Session
  /** Sequence of the last reply that is shown. */
  after: number
  onSentence: (event: Wire['sentenceEvent']) => void
  onReply: (event: Wire['replyEvent']) => void
  onConnection: (state: 'open' | 'lost') => void
  /** The conversation is no longer there. */
  onGone: () => void
  signal: AbortSignal
}

/** The server gives a sign of life every 15 s; a connection silent for longer is dead. */
const longestSilence = 40_000
const firstWait = 1000
const longestWait = 20_000

/** Follows a conversation until `signal` aborts; a lost connection is taken up again after the last reply seen. */
export async function followEvents(following: Following): Promise<void> {
  const { signal } = following
  let last = following.after
  let wait = firstWait
  while (!signal.aborted) {
    const outcome = await readOnce({ ...following, after: last }, (sequence) => {
      last = Math.max(last, sequence)
      wait = firstWait
    })
    if (signal.aborted) return
    if (outcome === 'gone') return following.onGone()
    following.onConnection('lost')
    await pause(wait, signal)
    wait = Math.min(wait * 2, longestWait)
  }
}

async function readOnce(following: Following, progress: (sequence: number) => void): Promise<'gone' | 'lost'> {
  const { base, session, signal } = following
  const ending = new AbortController()
  const end = () => ending.abort()
  signal.addEventListener('abort', end)
  // A connection from before an outage may be dead without a sign.
  globalThis.addEventListener('online', end)
  let silence = setTimeout(end, longestSilence)
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'sentence') following.onSentence(JSON.parse(data) as Wire['sentenceEvent'])
      if (event !== 'reply') return
      const reply = JSON.parse(data) as Wire['replyEvent']
      progress(reply.sequence)
      following.onReply(reply)
    },
  })
  try {
    const headers = { authorization: `Bearer ${session.token}`, 'last-event-id': String(following.after) }
    const url = `${base}conversations/${session.conversation}/events`
    const response = await fetch(url, { headers, signal: ending.signal, cache: 'no-store', credentials: 'omit' })
    if (response.status === 404) return 'gone'
    if (!response.ok || response.body === null) return 'lost'
    following.onConnection('open')
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return 'lost'
      clearTimeout(silence)
      silence = setTimeout(end, longestSilence)
      parser.feed(decoder.decode(value, { stream: true }))
    }
  } catch {
    return 'lost'
  } finally {
    clearTimeout(silence)
    signal.removeEventListener('abort', end)
    globalThis.removeEventListener('online', end)
  }
}
