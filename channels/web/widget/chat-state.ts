import { placeMessages } from '../timeline.ts'
import type { Wire } from '../wire.ts'
import type { Problem } from './api.ts'

/** What goes with the words of a message. */
export interface More {
  attachments: readonly Wire['attachment'][]
  place: Wire['place'] | null
}

export interface SentMessage extends More {
  id: string
  text: string
  state: 'sending' | 'sent' | 'unsent'
  problem: Problem | null
  /** Sequence of the last reply that was there when it was written. */
  after: number
}

export interface ChatState {
  messages: readonly SentMessage[]
  /** By sequence, each once. */
  replies: readonly Wire['replyEvent'][]
  /** Sentences of answers that are being written, by message. */
  writing: Readonly<Record<string, readonly Wire['sentenceEvent'][]>>
  connection: 'idle' | 'open' | 'lost' | 'back'
  /** The last reply that came while the visitor was here; history is not announced again. */
  news: Wire['replyEvent'] | null
  /** How the demands of this conversation stand, newest first. */
  tickets: readonly Wire['ticket'][]
  /** True once, after a conversation that the server no longer has. */
  ended: boolean
}

export const emptyChat: ChatState = {
  messages: [],
  replies: [],
  writing: {},
  connection: 'idle',
  news: null,
  tickets: [],
  ended: false,
}

export type ChatEvent =
  | { kind: 'loaded'; history: Wire['history'] }
  | ({ kind: 'sending'; id: string; text: string } & Partial<More>)
  | { kind: 'sent'; id: string }
  | { kind: 'failed'; id: string; problem: Problem }
  | { kind: 'sentence'; event: Wire['sentenceEvent'] }
  | { kind: 'reply'; event: Wire['replyEvent'] }
  | { kind: 'tickets'; tickets: ChatState['tickets'] }
  | { kind: 'connection'; state: 'open' | 'lost' | 'settled' }
  | { kind: 'emptied'; ended: boolean }

/** What is known of the chat after one more thing has happened. */
export function advance(state: ChatState, event: ChatEvent): ChatState {
  switch (event.kind) {
    case 'loaded':
      return { ...state, ...merge(state, event.history) }
    case 'sending':
      return { ...state, ended: false, messages: put(state, event) }
    case 'sent':
      return { ...state, messages: change(state.messages, event.id, { state: 'sent', problem: null }) }
    case 'failed':
      return { ...state, messages: change(state.messages, event.id, { state: 'unsent', problem: event.problem }) }
    case 'sentence':
      return { ...state, writing: write(state, event.event) }
    case 'reply':
      return receive(state, event.event)
    case 'tickets':
      return { ...state, tickets: event.tickets }
    case 'connection':
      return { ...state, connection: connect(state.connection, event.state) }
    case 'emptied':
      return { ...emptyChat, ended: event.ended }
    default:
      return event satisfies never
  }
}

const connect = (now: ChatState['connection'], event: 'open' | 'lost' | 'settled'): ChatState['connection'] => {
  if (event === 'lost') return 'lost'
  if (event === 'open') return now === 'lost' ? 'back' : now === 'back' ? 'back' : 'open'
  return now === 'back' ? 'open' : now
}

const change = (messages: ChatState['messages'], id: string, change: Partial<SentMessage>) =>
  messages.map((message) => (message.id === id ? { ...message, ...change } : message))

function put(
  { messages, replies }: ChatState,
  sending: Extract<ChatEvent, { kind: 'sending' }>,
): ChatState['messages'] {
  const { id, text, attachments = [], place = null } = sending
  const message = { ...{ id, text, attachments, place }, state: 'sending', problem: null } as const
  if (messages.some((each) => each.id === id)) return change(messages, id, message)
  return [...messages, { ...message, after: replies[replies.length - 1]?.sequence ?? 0 }]
}

/** A sentence that comes after its reply, or for the second time, adds nothing. */
function write({ writing, replies }: ChatState, sentence: Wire['sentenceEvent']): ChatState['writing'] {
  const { message, text } = sentence
  const before = writing[message] ?? []
  const known = replies.some(({ reply }) => reply.message === message) || before.some((each) => each.text === text)
  return known ? writing : { ...writing, [message]: [...before, sentence] }
}

function receive(state: ChatState, event: Wire['replyEvent']): ChatState {
  if (state.replies.some(({ sequence }) => sequence === event.sequence)) return state
  const writing = { ...state.writing }
  delete writing[event.reply.message]
  const replies = [...state.replies, event].sort((a, b) => a.sequence - b.sequence)
  return {
    ...state,
    writing,
    replies,
    news: event,
    messages: change(state.messages, event.reply.message, { state: 'sent', problem: null }),
  }
}

/** The server's history, and after it what only this page knows yet. */
function merge(state: ChatState, history: Wire['history']): Pick<ChatState, 'messages' | 'replies'> {
  const stored = placeMessages(history.messages, history.replies).map(({ id, text, attachments, place, after }) => ({
    ...{ id, text, attachments, place, after },
    ...{ state: 'sent' as const, problem: null },
  }))
  const ids = new Set(stored.map(({ id }) => id))
  const sequences = new Set(history.replies.map(({ sequence }) => sequence))
  return {
    messages: [...stored, ...state.messages.filter(({ id }) => !ids.has(id))],
    replies: [...history.replies, ...state.replies.filter(({ sequence }) => !sequences.has(sequence))],
  }
}

/** Whether a message waits for its reply. One that only a person read has none; once a later one is answered, nobody waits for it. */
export function isAwaited({ messages, replies }: ChatState, message: SentMessage): boolean {
  const answered = new Set(replies.map(({ reply }) => reply.message))
  const at = messages.findIndex(({ id }) => id === message.id)
  return message.state !== 'unsent' && !messages.slice(at).some(({ id }) => answered.has(id))
}

/** Whether a person holds the conversation, as far as the replies tell: until it is given back, only dangers are answered besides. */
export function isWithPerson({ messages, replies }: ChatState): boolean {
  const known = new Set(messages.map(({ id }) => id))
  const telling = replies.filter(
    ({ reply }) => known.has(reply.message) && reply.kind !== 'emergency' && reply.kind !== 'relay',
  )
  return telling[telling.length - 1]?.reply.kind === 'handover'
}
