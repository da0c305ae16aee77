import type { Catalogue } from './core/dispatch.ts'
import type { Language } from './core/language.ts'
import type { Choice } from './core/outcome.ts'
import { phrase, type Speak } from './core/phrase.ts'
import type { Reply } from './core/reply.ts'
import type { OutboxEntry, Store } from './core/store.ts'
import type { Actor } from './core/ticket-life.ts'
import type { Calendar } from './tickets/calendar/create-calendar.ts'
import type { Deadlines } from './tickets/deadlines.ts'
import { asksWhetherSolved, tellChange, type TicketChange, type Wording } from './tickets/tell-change.ts'

export interface NoticeOptions {
  speak: Speak
  rules: Deadlines
  calendar: Calendar
  /** Whose names bodies are called by; null: by their ids. */
  catalogue: Pick<Catalogue, 'departments'> | null
}

/** Queues what the citizen is to know of a change, in the store of the transaction that records it. */
export type Notify = (
  store: Pick<Store, 'conversations' | 'outbox'>,
  change: TicketChange,
  done: { by: Actor; at: Date },
) => Promise<readonly OutboxEntry[]>

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/**
 * Tells the conversation from which a demand came, and those in which the same person came with it again, each in its language. Whoever did
 * it just now in one of them is answered there and not told again.
 */
export function createNotify({ speak, rules, calendar, catalogue }: NoticeOptions): Notify {
  const { timeZone } = rules.calendar
  const formats = new Map(
    Object.entries(locales).map(([language, locale]) => [
      language,
      new Intl.DateTimeFormat(locale, {
        timeZone,
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    ]),
  )
  const wordingIn = (language: Language): Wording => ({
    body: (id) => catalogue?.departments.get(id)?.name[language] ?? id,
    moment: (at) => formats.get(language)?.format(at) ?? at.toISOString(),
    reopenUntil: (at) => calendar.add(at, rules.reopening.within),
  })
  const replyIn = (language: Language, change: TicketChange): Reply | null => {
    const phrases = tellChange(change, wordingIn(language))
    const { number, version } = change.now
    return phrases.length === 0
      ? null
      : notice(`ticket-${number}-${version}`, {
          ticket: number,
          text: phrases.map((each) => speak(each, language).trim()).join('\n'),
          choices: asksWhetherSolved(change) ? answers(number, language, speak) : [],
        })
  }
  return async (store, change, { by, at }) => {
    const entries: OutboxEntry[] = []
    for (const id of new Set([change.now.conversation, ...change.now.repeats])) {
      const conversation = by.role === 'citizen' && by.id === id ? null : await store.conversations.find(id)
      const reply = conversation === null ? null : replyIn(conversation.language, change)
      if (conversation === null || reply === null) continue
      entries.push(await store.outbox.queue({ conversation: id, address: conversation.address, reply, queuedAt: at }))
    }
    return entries
  }
}

const answers = (number: string, language: Language, speak: Speak): readonly Choice[] =>
  ['yes', 'partly', 'no'].map((answer) => ({
    label: speak(phrase(`ticket.visit.${answer}`), language),
    say: speak(phrase(`ticket.visit.${answer}.say`, { number }), language),
  }))

/** A reply to no message: its name is that of the change. */
const notice = (message: string, told: Pick<Reply, 'ticket' | 'text' | 'choices'>): Reply => ({
  message,
  kind: 'status',
  ...{ sentences: [], sources: [], notes: [], suggestions: [], call: null, draft: null },
  ...told,
})
