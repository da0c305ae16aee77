import type { Wire } from '../wire.ts'
import type { Api, Attaching } from './api.ts'
import { advance, emptyChat, type ChatEvent, type ChatState, type More, type SentMessage } from './chat-state.ts'
import { createLine, type Line, type LineOptions } from './create-line.ts'
import { createResend, unsentIn } from './resend.ts'
import type { Language } from './words.ts'

/** Says something as the visitor, with files and a place where there are some. */
export type Say = (text: string, more?: Partial<More>) => void

export interface Chat {
  state(): ChatState
  subscribe(listener: () => void): () => void
  resume(): Promise<void>
  send(text: string, more?: Partial<More>): Promise<void>
  /** Hands in a file; a message names it then. */
  attach(file: File, sending: Attaching): ReturnType<Api['attach']>
  detach(id: string): Promise<void>
  file(id: string): Promise<Blob | null>
  /** Sends what did not go out again, under the same id. */
  retry(id: string): Promise<void>
  /** An empty region chooses no place. */
  change(change: { language?: Language; region?: readonly string[] }): Promise<void>
  rate(feedback: Wire['feedback']): Promise<boolean>
  /** Forgets the conversation on this device. */
  restart(): void
}

/** An id of 128 bits; randomUUID is missing on pages without TLS. */
const makeId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The far half of the channel: one visitor's conversation, whatever draws it. */
export function createChat({ api, memory, opening }: Pick<LineOptions, 'api' | 'memory' | 'opening'>): Chat {
  const listeners = new Set<() => void>()
  let state = emptyChat
  const happen = (event: ChatEvent) => {
    state = advance(state, event)
    for (const listener of listeners) listener()
  }
  const line = createLine({
    api,
    memory,
    opening,
    state: () => state,
    happen,
    onBack: () => void resend.now(),
  })
  const transmit = createTransmit({ api, line, state: () => state, happen })
  const resend = createResend({ state: () => state, transmit })

  async function deliver(id: string): Promise<void> {
    const message = state.messages.find((each) => each.id === id)
    if (message === undefined) return
    happen({ ...message, kind: 'sending' })
    await transmit(message)
    if (unsentIn(state).length > 0) void resend.later()
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume: line.resume,
    async send(text, more = {}) {
      const id = makeId()
      happen({ kind: 'sending', id, text, ...more })
      await deliver(id)
    },
    retry: deliver,
    ...fileWays({ api, line }),
    async change(change) {
      const session = line.current()
      if (session === null) return
      await api.change(session, change)
      // Their words are in the conversation's language.
      if (state.tickets.length > 0) await line.lookAtTickets()
    },
    async rate(feedback) {
      const session = line.current()
      return session !== null && (await api.rate(session, feedback)).ok
    },
    restart: () => line.forget(false),
  }
}

interface Sending {
  api: Api
  line: Line
  state: () => ChatState
  happen: (event: ChatEvent) => void
}

/** One try to send. It says nothing where the message is known to be unsent and stays so. */
function createTransmit({ api, line, state, happen }: Sending): (message: SentMessage) => Promise<void> {
  return async (message) => {
    const { id, text, attachments, place, problem } = message
    const request = { id, text, place, attachments: attachments.map((each) => each.id) }
    const session = await line.ensure()
    const answer = session.ok ? await api.send(session.value, request) : session
    if (answer.ok) return happen({ kind: 'sent', id })
    // What is not there may be a file or the whole conversation.
    const lacksFile =
      answer.problem.kind === 'gone' && attachments.length > 0 && session.ok && (await api.history(session.value)).ok
    if (lacksFile) return happen({ kind: 'failed', id, problem: { kind: 'files-gone' } })
    if (answer.problem.kind === 'gone') {
      line.forget(true)
      happen({ kind: 'sending', id, text, place })
    }
    const known = problem?.kind === 'offline' && unsentIn(state()).some((each) => each.id === id)
    if (!known || answer.problem.kind !== 'offline') happen({ kind: 'failed', id, problem: answer.problem })
  }
}

/** Handing files in, taking them back and reading them, in the conversation of this device. */
const fileWays = ({ api, line }: Pick<Sending, 'api' | 'line'>): Pick<Chat, 'attach' | 'detach' | 'file'> => ({
  async attach(file, sending) {
    const session = await line.ensure()
    return session.ok ? api.attach(session.value, file, sending) : session
  },
  async detach(id) {
    const session = line.current()
    if (session !== null) await api.detach(session, id)
  },
  async file(id) {
    const session = line.current()
    return session === null ? null : api.file(session, id)
  },
})
