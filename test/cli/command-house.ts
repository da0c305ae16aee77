import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { withStore } from '../../src/cli/with-store.ts'
import { readConfig } from '../../src/config.ts'
import type { Dispatcher } from '../../src/core/dispatch.ts'
import type { NewTicket, Store } from '../../src/core/store.ts'
import { makeConversation, makeTicket } from '../store/makers.ts'
import { runTickets } from './run-command.ts'

export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
/** A body of the demonstration catalogue. */
export const lead = 'city-management-bureau'

/** Sure of street lights only. */
const testDispatcher: Dispatcher = {
  advise: async ({ text, subject }) => {
    const sure = text.includes('路灯')
    return {
      subject: subject ?? (sure ? '010604' : null),
      term: 'ordinary',
      lead: sure ? lead : null,
      coHandling: [],
      line: sure ? 'D-0106-00' : null,
      excluded: null,
      confidence: sure ? 0.93 : 0.3,
      reason: sure ? 'line' : 'unsure-subject',
      guesses: [{ code: '020101', confidence: sure ? 0.05 : 0.3 }],
      catalogue: 'c-1',
    }
  },
}

/** Where the commands of a test find their data. */
export interface CommandPlace {
  /** The address of an empty database; null for a file in the data folder. */
  databaseUrl(): Promise<string | null>
}

/** What the commands of a test work on; a new one for each test. */
export interface CommandHouse {
  folder: string
  /** Where in the database of the test the commands look; null for a file in the folder. */
  url: string | null
  now: Date
}

export const house: CommandHouse = { folder: '', url: null, now: at('2026-11-23 10:00') }

/** Gives each test an empty folder and an empty database. */
export function openCommandHouse({ databaseUrl }: CommandPlace): void {
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'commands-'))
    Object.assign(house, { folder, url: await databaseUrl(), now: at('2026-11-23 10:00') })
  })
  afterEach(() => rm(house.folder, { recursive: true, force: true }))
}

export const settingOf = (language: 'zh' | 'en' = 'zh') => ({
  config: readConfig({
    ...{ OPERATOR_LANGUAGE: language, DATA_DIR: house.folder },
    ...(house.url === null ? {} : { DATABASE_URL: house.url }),
  }),
  clock: () => house.now,
  dispatcher: testDispatcher,
})

export const run = (...words: readonly string[]) => runTickets(settingOf(), ...words)

/** Runs a command that has to succeed. */
export async function done(...words: readonly string[]): Promise<string> {
  const { out, complaint } = await run(...words)
  expect(complaint, words.join(' ')).toBeNull()
  return out
}

export const inStore = <T>(work: (store: Store) => Promise<T>): Promise<T> => withStore(settingOf(), work)

/** Files a demand as a conversation would. */
export const file = (change: Partial<NewTicket> = {}): Promise<string> =>
  inStore(async (store) => {
    await store.conversations.open(makeConversation())
    return (await store.tickets.file(makeTicket({ filedAt: house.now, ...change }))).number
  })

/** What the citizen was told. */
export const told = () =>
  inStore(async ({ outbox }) => (await outbox.since('conversation-1', 0)).map(({ reply }) => reply.text))
