import { pastOthers } from './past-others.ts'
import type { Assistant } from './assistant.ts'
import type { ConversationEvent, Reception } from './core/channel.ts'
import type { Clock } from './core/clock.ts'
import type { Library } from './core/retriever.ts'
import type { Store } from './core/store.ts'
import type { FileOffice } from './open-files.ts'
import type { Tickets } from './open-tickets.ts'
import { findPersonalData } from './steps/find-personal-data.ts'

/** Passes events of conversations to whoever watches them in this process. */
export interface Hub {
  announce(conversation: string, event: ConversationEvent): void
  watch(conversation: string, listener: (event: ConversationEvent) => void): () => void
}

export function createHub(): Hub {
  const watchers = new Map<string, Set<(event: ConversationEvent) => void>>()
  return {
    announce(conversation, event) {
      for (const listener of watchers.get(conversation) ?? []) listener(event)
    },
    watch(conversation, listener) {
      const listeners = watchers.get(conversation) ?? new Set()
      watchers.set(conversation, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0 && watchers.get(conversation) === listeners) watchers.delete(conversation)
      }
    },
  }
}

const exchangesShown = 200

/** What the house offers to its channels, over the store, the assistant and the documents. */
export function createReception(parts: {
  store: Store
  assistant: Pick<Assistant, 'receive'>
  tickets: Pick<Tickets, 'counter' | 'filing'>
  files: Pick<FileOffice, 'attachments' | 'files'>
  library: Library
  hub: Hub
  clock: Clock
}): Reception {
  const { store, tickets, library, hub, clock } = parts
  return {
    async open({ id, address, language, region }) {
      const conversation = { id, address, language, region, holder: 'assistant' as const, openedAt: clock() }
      await store.conversations.open(conversation)
      return (await store.conversations.find(id)) ?? conversation
    },
    conversation: (id) => store.conversations.find(id),
    update: (id, change) => store.conversations.update(id, change),
    receive: (message) => parts.assistant.receive(message),
    messages: (conversation) => store.conversations.messages(conversation),
    exchanges: (conversation) => store.conversations.exchanges(conversation, exchangesShown),
    repliesSince: (conversation, sequence) => store.outbox.since(conversation, sequence),
    watch: hub.watch,
    rate: (feedback) => {
      const comment = feedback.comment === null ? null : findPersonalData(feedback.comment).text
      return store.feedback.record({ ...feedback, comment, at: clock() })
    },
    async file(demand) {
      const prepared = await tickets.filing.prepare({ ...demand, filedAt: clock() })
      const { ticket, repeated } = await pastOthers(() =>
        store.transaction((inside) => tickets.filing.file(inside, prepared)),
      )
      if (!repeated) void tickets.filing.relate(ticket.number)
      return ticket
    },
    tickets: tickets.counter,
    attachments: parts.files.attachments,
    files: parts.files.files,
    document: (path) => library.document(path, clock()),
    regions: () => library.regions(),
    suggestions: (language, region) => library.suggestions(language, region),
  }
}
