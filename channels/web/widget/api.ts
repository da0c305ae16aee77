import type { Wire } from '../wire.ts'
import type { Session } from './memory.ts'
import { uploadFile } from './upload-file.ts'
import type { Language } from './words.ts'

/** Why the server did not do it, as far as the visitor has to know. */
export type Problem =
  | { kind: 'offline' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'too-long' | 'gone' | 'fault' | 'files-gone' }
  /** With the server's own words. */
  | { kind: 'refused'; message: string }
export type Answered<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export interface Api {
  base: string
  start(language: Language, region: readonly string[] | null): Promise<Answered<Wire['startPage']>>
  open(opening: { language: Language; region: readonly string[] | null }): Promise<Answered<Session>>
  history(session: Session): Promise<Answered<Wire['history']>>
  tickets(session: Session): Promise<Answered<Wire['ticketList']>>
  change(session: Session, change: { language?: Language; region?: readonly string[] | null }): Promise<Answered<null>>
  send(session: Session, message: Wire['messageRequest']): Promise<Answered<Wire['messageResponse']>>
  attach(session: Session, file: File, sending: Attaching): Promise<Answered<Wire['attachmentResponse']>>
  detach(session: Session, id: string): Promise<Answered<null>>
  /** The content of a file of the conversation; null where it cannot be had. */
  file(session: Session, id: string): Promise<Blob | null>
  rate(session: Session, feedback: Wire['feedback']): Promise<Answered<null>>
  document(path: string): Promise<Answered<Wire['documentView']>>
}

export interface Attaching {
  language: Language
  /** Called with the share that has gone out, 0 to 1. */
  onProgress: (share: number) => void
}

const patience = 20_000

/** Talks to the channel. Nothing here throws: what fails comes back as a problem. */
export function createApi(base: string): Api {
  async function call<T>(path: string, init: RequestInit & { token?: string } = {}): Promise<Answered<T>> {
    const waiting = new AbortController()
    const timer = setTimeout(() => waiting.abort(), patience)
    const headers: Record<string, string> = { accept: 'application/json' }
    if (init.body !== undefined) headers['content-type'] = 'application/json'
    if (init.token !== undefined) headers.authorization = `Bearer ${init.token}`
    try {
      const response = await fetch(base + path, { ...init, headers, signal: waiting.signal, credentials: 'omit' })
      if (!response.ok) return { ok: false, problem: problemOf(response) }
      // The server parsed it with the shape that T is made from.
      return { ok: true, value: (response.status === 204 ? null : await response.json()) as T }
    } catch {
      return { ok: false, problem: { kind: 'offline' } }
    } finally {
      clearTimeout(timer)
    }
  }
  const own = (session: Pick<Session, 'conversation'>, path = '') => `conversations/${session.conversation}${path}`
  const body = (data: unknown, method = 'POST') => ({ method, body: JSON.stringify(data) })
  return {
    base,
    start: (language, region) =>
      call(`start?language=${language}&region=${encodeURIComponent((region ?? []).join('/'))}`),
    open: (opening) => call('conversations', body(opening)),
    history: (session) => call(own(session), { token: session.token }),
    tickets: (session) => call(own(session, '/tickets'), { token: session.token }),
    change: (session, change) => call(own(session), { ...body(change, 'PATCH'), token: session.token }),
    send: (session, message) => call(own(session, '/messages'), { ...body(message), token: session.token }),
    attach: ({ token, ...session }, file, { language, onProgress }) =>
      uploadFile({
        url: `${base}${own(session, '/attachments')}?name=${encodeURIComponent(file.name)}&language=${language}`,
        ...{ token, file, onProgress },
      }),
    detach: (session, id) => call(own(session, `/attachments/${id}`), { method: 'DELETE', token: session.token }),
    async file({ token, ...session }, id) {
      const headers = { authorization: `Bearer ${token}` }
      try {
        const response = await fetch(base + own(session, `/attachments/${id}`), { headers, credentials: 'omit' })
        return response.ok ? await response.blob() : null
      } catch {
        return null
      }
    },
    rate: (session, feedback) => call(own(session, '/feedback'), { ...body(feedback), token: session.token }),
    document: (path) => call(`documents?path=${encodeURIComponent(path)}`),
  }
}

function problemOf(response: Response): Problem {
  if (response.status === 429) return { kind: 'wait', seconds: Number(response.headers.get('retry-after')) || 30 }
  if (response.status === 413) return { kind: 'too-long' }
  return { kind: response.status === 404 ? 'gone' : 'fault' }
}
