import { openTestDesk } from '../desk/makers.ts'
import { createAssistant, type Assistant } from '../../src/assistant.ts'
import type { FileLimits } from '../../src/core/attachments.ts'
import type { Channel, Reception } from '../../src/core/channel.ts'
import type { Clock } from '../../src/core/clock.ts'
import { createSpeak, type Speak } from '../../src/core/phrase.ts'
import type { Dispatcher } from '../../src/core/dispatch.ts'
import type { DocumentView, Library } from '../../src/core/retriever.ts'
import type { Step } from '../../src/core/step.ts'
import type { OutboxEntry, Store } from '../../src/core/store.ts'
import { deliverOutbox } from '../../src/deliver-outbox.ts'
import { loadData } from '../../src/load-data.ts'
import { openFiles, type FileOffice } from '../../src/open-files.ts'
import { openTickets, type OpenTicketsOptions, type Tickets } from '../../src/open-tickets.ts'
import { createHub, createReception } from '../../src/reception.ts'
import english from '../../prompts/phrases.en.json' with { type: 'json' }
import chinese from '../../prompts/phrases.zh.json' with { type: 'json' }
import { openTestStore } from '../fakes/memory-store.ts'

export const speak: Speak = createSpeak({ zh: chinese, en: english })
export const clock: Clock = () => new Date('2026-11-23T09:30:00+08:00')

/** Small ones, so that tests reach them. */
export const fileLimits: FileLimits = { fileBytes: 2 ** 20, files: 4, ticketBytes: 2 ** 21 }

const data = await loadData()

export interface House {
  store: Store
  assistant: Assistant
  reception: Reception
  tickets: Tickets
  close(): Promise<void>
}

/** A library of the given documents. */
export const libraryOf = (documents: readonly DocumentView[]): Library => ({
  document: (path) => documents.find(({ document }) => document === path) ?? null,
  regions: () => [['云汀市'], ['云汀市', '滨江区']],
  suggestions: (language) => (language === 'zh' ? ['居住证怎么办？'] : ['How do I get a residence permit?']),
})

/** The real office, filing and counter over a store; without a catalogue persons dispatch. */
export const openTestTickets = ({
  catalogue = null,
  dispatcher = null,
  duplicates = null,
  ...options
}: Pick<OpenTicketsOptions, 'store' | 'clock' | 'log' | 'send' | 'announce'> &
  Partial<Pick<OpenTicketsOptions, 'catalogue' | 'dispatcher' | 'duplicates'>>): Tickets =>
  openTickets({
    ...options,
    ...{ data, catalogue, dispatcher, duplicates, publicUrl: null, secretKey: 'a key for tests, of 32 signs or more' },
  })

/** The real assistant over a real store, with the given steps, serving one channel. */
export async function openHouse({
  channel,
  steps,
  documents = [],
  store: given,
  clock: told = clock,
  ...dispatch
}: {
  channel: Channel
  steps: readonly Step[] | ((house: { tickets: Tickets; files: FileOffice }) => readonly Step[])
  catalogue?: Tickets['catalogue']
  dispatcher?: Dispatcher
  duplicates?: OpenTicketsOptions['duplicates']
  documents?: readonly DocumentView[]
  store?: Store
  clock?: Clock
}): Promise<House> {
  const store = given ?? (await openTestStore(told))
  const hub = createHub()
  const log = () => {}
  const delivery = deliverOutbox({
    store,
    channels: new Map([[channel.name, channel]]),
    clock: told,
    log,
    every: 60_000,
  })
  const send = (entry: OutboxEntry) => void delivery.send(entry)
  const tickets = openTestTickets({ store, clock: told, log, send, announce: hub.announce, ...dispatch })
  const files = openFiles({ store, clock: told, limits: fileLimits })
  const assistant = createAssistant({
    desk: openTestDesk({ store, clock }),
    store,
    filing: tickets.filing,
    counter: tickets.counter,
    pipeline: typeof steps === 'function' ? steps({ tickets, files }) : steps,
    speak,
    clock: told,
    log,
    knowledgeVersion: () => 'test',
    announce: hub.announce,
    send,
    patience: 1500,
    observe: () => undefined,
  })
  const reception = createReception({
    store,
    assistant,
    tickets,
    files,
    library: libraryOf(documents),
    hub,
    clock: told,
  })
  await channel.start(reception)
  return {
    store,
    assistant,
    reception,
    tickets,
    async close() {
      await channel.stop()
      await assistant.idle()
      await delivery.stop()
      await store.close()
    },
  }
}
