import { isTicketNotice } from '../timeline.ts'
import type { Answered, Api } from './api.ts'
import type { ChatEvent, ChatState } from './chat-state.ts'
import { followEvents } from './follow-events.ts'
import type { Memory, Session } from './memory.ts'
import type { Language } from './words.ts'

/** The connection of this device to its conversation. */
export interface Line {
  current(): Session | null
  /** The remembered conversation, else a new one. */
  ensure(): Promise<Answered<Session>>
  /** Takes up a remembered conversation: its history first, then what happens. */
  resume(): Promise<void>
  /** Looks how the demands of the conversation stand. */
  lookAtTickets(): Promise<void>
  /** Forgets the conversation on this device. `ended`: because the server no longer has it. */
  forget(ended: boolean): void
}

export interface LineOptions {
  api: Api
  memory: Memory
  opening: () => { language: Language; region: readonly string[] | null }
  state: () => ChatState
  happen: (event: ChatEvent) => void
  /** Called when a lost connection is found again. */
  onBack: () => void
}

const newsOfReturn = 5000

/** Opens, remembers and follows one conversation. */
export function createLine(options: LineOptions): Line {
  const { api, memory, opening, happen } = options
  let session: Session | null = null
  let opened: Promise<Answered<Session>> | null = null
  let loading: ReturnType<Api['history']> | null = null
  let following: AbortController | null = null
  const lookAtTickets = createLook(options, (looked) => session === looked)

  function forget(ended: boolean): void {
    following?.abort()
    session = null
    memory.keepSession(null)
    happen({ kind: 'emptied', ended })
  }

  async function reload(current: Session): Promise<void> {
    loading ??= api.history(current)
    const history = await loading
    loading = null
    if (session !== current) return
    if (history.ok) {
      happen({ kind: 'loaded', history: history.value })
      if (history.value.replies.some(({ reply }) => reply.ticket !== null)) void lookAtTickets(current)
    } else if (history.problem.kind === 'gone') forget(true)
  }

  const follow = (current: Session) => {
    following?.abort()
    following = new AbortController()
    followSession(current, {
      ...options,
      onGone: () => forget(true),
      onStranger: () => void reload(current),
      onTicket: () => void lookAtTickets(current),
      signal: following.signal,
    })
  }

  return {
    current: () => session,
    async ensure() {
      if (session !== null) return { ok: true, value: session }
      opened ??= api.open(opening())
      const answer = await opened
      opened = null
      if (answer.ok && session === null) {
        session = answer.value
        memory.keepSession(session)
        follow(session)
      }
      return answer
    },
    async resume() {
      const kept = memory.session()
      if (kept === null || session !== null) return
      session = kept
      await reload(kept)
      if (session === kept) follow(kept)
    },
    lookAtTickets: async () => void (session !== null && (await lookAtTickets(session))),
    forget,
  }
}

/** Looks how the demands of a conversation stand; the answer to the latest look counts, whichever comes last. */
function createLook({ api, happen }: LineOptions, isCurrent: (session: Session) => boolean) {
  let looks = 0
  return async (session: Session): Promise<void> => {
    looks += 1
    const look = looks
    const found = await api.tickets(session)
    if (isCurrent(session) && look === looks && found.ok) happen({ kind: 'tickets', tickets: found.value.tickets })
  }
}

type Watch = LineOptions & {
  onGone: () => void
  /** Called with a reply whose question is not known here yet: it was asked in another window. */
  onStranger: () => void
  /** Called with a reply that tells of a ticket. */
  onTicket: () => void
  signal: AbortSignal
}

/** Turns what the server sends of a conversation into events of the chat. */
function followSession(session: Session, watch: Watch): void {
  const { api, state, happen, onBack, onGone, onStranger, onTicket, signal } = watch
  const { replies, messages } = state()
  void followEvents({
    base: api.base,
    session,
    after: messages.length === 0 ? 0 : (replies[replies.length - 1]?.sequence ?? 0),
    onSentence: (event) => happen({ kind: 'sentence', event }),
    onReply(event) {
      happen({ kind: 'reply', event })
      if (event.reply.ticket !== null) onTicket()
      if (!isTicketNotice(event.reply) && !state().messages.some(({ id }) => id === event.reply.message)) onStranger()
    },
    onConnection(now) {
      const back = now === 'open' && state().connection === 'lost'
      happen({ kind: 'connection', state: now })
      if (!back) return
      setTimeout(() => happen({ kind: 'connection', state: 'settled' }), newsOfReturn)
      onBack()
    },
    onGone,
    signal,
  })
}
