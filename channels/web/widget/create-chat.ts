import type { Wire } from '../wire.ts'
import { advance, emptyChat, type ChatEvent, type ChatState, type SentMessage } from './chat-state.ts'
import { createLine, type LineOptions } from './create-line.ts'
import { createResend, unsentIn } from './resend.ts'
import type { Language } from './words.ts'

export interface Chat {
  state(): ChatState
  subscribe(listener: () => void): () => void
  resume(): Promise<void>
  send(text: string): Promise<void>
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
  const resend = createResend({ state: () => state, transmit })

  async function deliver(id: string): Promise<void> {
    const message = state.messages.find((each) => each.id === id)
    if (message === undefined) return
    happen({ kind: 'sending', id, text: message.text })
    await transmit(message)
    if (unsentIn(state).length > 0) void resend.later()
  }

  /** One try. It says nothing where the message is known to be unsent and stays so. */
  async function transmit({ id, text, problem }: SentMessage): Promise<void> {
    const session = await line.ensure()
    const answer = session.ok ? await api.send(session.value, { id, text }) : session
    if (answer.ok) return happen({ kind: 'sent', id })
    if (answer.problem.kind === 'gone') {
      line.forget(true)
      happen({ kind: 'sending', id, text })
    }
    const known = problem?.kind === 'offline' && unsentIn(state).some((each) => each.id === id)
    if (!known || answer.problem.kind !== 'offline') happen({ kind: 'failed', id, problem: answer.problem })
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume: line.resume,
    async send(text) {
      const id = makeId()
      happen({ kind: 'sending', id, text })
      await deliver(id)
    },
    retry: deliver,
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
