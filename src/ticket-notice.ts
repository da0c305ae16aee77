import type { Language } from './core/language.ts'
import type { Speak } from './core/phrase.ts'
import type { Reply } from './core/reply.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import type { Actor } from './core/ticket-life.ts'
import { visitChoices } from './core/ticket-choices.ts'
import { asksWhetherSolved, tellChange, type TicketChange } from './tickets/tell-change.ts'
import { createWording, type WordingOptions } from './ticket-wording.ts'

export interface NoticeOptions extends WordingOptions {
  speak: Speak
}

/** Queues what the citizen is to know of a change, in the store of the transaction that records it. */
export type Notify = (
  store: Pick<Store, 'conversations' | 'outbox'>,
  change: TicketChange,
  done: { by: Actor; at: Date },
) => Promise<readonly OutboxEntry[]>

/**
 * Tells the conversation from which a demand came, in its language. Whoever did it just now there is answered and not told again. Other
 * conversations in which it was repeated are told nothing: that they are the same person's, only a telephone number says.
 */
export function createNotify({ speak, ...options }: NoticeOptions): Notify {
  const wordingIn = createWording(options)
  const replyIn = (language: Language, change: TicketChange): Reply | null => {
    const phrases = tellChange(change, wordingIn(language))
    const { number, version } = change.now
    return phrases.length === 0
      ? null
      : notice(`ticket-${number}-${version}`, {
          ticket: number,
          text: phrases.map((each) => speak(each, language).trim()).join('\n'),
          choices: asksWhetherSolved(change) ? visitChoices(number, (wording) => speak(wording, language)) : [],
        })
  }
  return async (store, change, { by, at }) => {
    const { conversation: id } = change.now
    const conversation = by.role === 'citizen' && by.id === id ? null : await store.conversations.find(id)
    const reply = conversation === null ? null : replyIn(conversation.language, change)
    if (conversation === null || reply === null) return []
    return [await store.outbox.queue({ conversation: id, address: conversation.address, reply, queuedAt: at })]
  }
}

/** A reply to no message: its name is that of the change. */
const notice = (message: string, told: Pick<Reply, 'ticket' | 'text' | 'choices'>): Reply => ({
  message,
  kind: 'status',
  ...{ sentences: [], sources: [], notes: [], suggestions: [], call: null, draft: null },
  ...told,
})
