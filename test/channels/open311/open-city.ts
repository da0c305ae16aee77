import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Registry } from 'prom-client'
import type { KeyScope } from '../../../src/core/api-key.ts'
import { createKey } from '../../../src/core/create-key.ts'
import type { Dispatcher } from '../../../src/core/dispatch.ts'
import type { Store } from '../../../src/core/store.ts'
import type { TicketCommand } from '../../../src/core/ticket-command.ts'
import type { TicketDraft } from '../../../src/core/ticket.ts'
import { loadCatalogue } from '../../../src/load-catalogue.ts'
import { loadData } from '../../../src/load-data.ts'
import { openOpen311 } from '../../../src/open-open311.ts'
import { createServer } from '../../../src/server/create-server.ts'
import { describeApi } from '../../../src/server/describe-api.ts'
import { createDispatcher } from '../../../src/tickets/classify/create-dispatcher.ts'
import type { DuplicateFinder } from '../../../src/tickets/duplicates/create-duplicate-finder.ts'
import { openTestStore } from '../../fakes/memory-store.ts'
import { makeConversation, makeDraft } from '../../store/makers.ts'
import { openHouse, type House } from '../open-house.ts'
import { scriptedSteps } from '../scripted-steps.ts'

export const data = await loadData()
export const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
export const jurisdiction = 'yunting.example'

export const lights =
  [...catalogue.subjects.values()].find(({ name, term }) => name.zh.includes('路灯') && term !== null)?.code ?? ''
export const emergency = catalogue.lines.find(({ excluded }) => excluded === 'emergency')?.subject ?? ''

/** Whoever reports has chosen a class, so nothing is guessed. */
const dispatcher: Dispatcher = createDispatcher({
  catalogue,
  classify: () => Promise.resolve([]),
  judgeUrgency: (text, term) => (text.includes('漏电') ? 'danger' : term),
  findRegions: () => [],
  sureFrom: 0.6,
})

/** The real server with the interface over HTTP, its store, and a clock that tests set. */
export interface City {
  base: string
  store: Store
  house: House
  now: Date
  logged: string[]
  key(...scopes: readonly KeyScope[]): Promise<string>
  /** What somebody files in the chat. */
  chat(draft: Partial<TicketDraft>): Promise<string>
  execute(number: string, command: TicketCommand): Promise<void>
  get(path: string, headers?: Record<string, string>): Promise<Reply>
  post(path: string, form: Record<string, string> | FormData | string): Promise<Reply>
  close(): Promise<void>
}

export interface Reply {
  status: number
  type: string | null
  headers: Headers
  text: string
  /** A list with one field in common for tests to look at; empty where the answer is not JSON. */
  json: readonly Readonly<Record<string, unknown>>[]
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text()
  const type = response.headers.get('content-type')
  const json = type?.includes('json') === true ? ([JSON.parse(text)].flat() as Record<string, unknown>[]) : []
  return { status: response.status, type, headers: response.headers, text, json }
}

/** Opens a city. `before` holds every filing back until it has come true; `patience` is how long callers wait for it. */
export async function openCity({
  before,
  patience,
  duplicates = null,
}: { before?: Promise<void>; patience?: number; duplicates?: DuplicateFinder | null } = {}): Promise<City> {
  const city = { now: new Date('2026-11-23T09:30:00+08:00'), logged: [] as string[] }
  const clock = () => city.now
  const log = (level: string, event: string, facts: object = {}) =>
    void city.logged.push(`${level} ${event} ${JSON.stringify(facts)}`)
  const store = await openTestStore(clock)
  const [channel] = openOpen311({
    ...{
      open311: { jurisdiction, contact: null },
      publicUrl: null,
      region: ['云汀市'],
      store,
      catalogue,
      data,
      clock,
      log,
    },
    ...(patience === undefined ? {} : { patience }),
  })
  if (channel === undefined) throw new Error('No interface')
  const waiting: Dispatcher = {
    advise: async (demand, signal) => {
      await before
      return dispatcher.advise(demand, signal)
    },
  }
  const house = await openHouse({
    channel,
    steps: scriptedSteps,
    catalogue,
    dispatcher: waiting,
    duplicates,
    store,
    clock,
  })
  await store.conversations.open(makeConversation())
  const server = createHttpServer(
    createServer({
      ...{ channels: [channel], home: '/', log, speak: data.speak, metrics: new Registry(), ready: () => true },
      ...{ requestsPerMinute: 10_000, trustProxy: 0 },
      api: describeApi({ version: '1.0.0', routes: channel.api }),
    }),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/open311/v2`
  return Object.assign(city, {
    ...{ base, store, house },
    async key(...scopes: readonly KeyScope[]) {
      const about = { name: 'test', scopes, department: null, createdAt: clock() }
      const made = await createKey(about)
      await store.keys.add(made.key, made.digest)
      return made.text
    },
    async chat(draft: Partial<TicketDraft>) {
      const filed = await house.reception.file({
        conversation: 'conversation-1',
        draft: makeDraft(draft),
        subject: lights,
      })
      return filed.number
    },
    async execute(number: string, command: TicketCommand) {
      const answer = await house.tickets.office.execute(number, command)
      if (answer.kind !== 'done') throw new Error(`${command.kind}: ${JSON.stringify(answer)}`)
    },
    get: async (path: string, headers: Record<string, string> = {}) =>
      readReply(await fetch(path.startsWith('http') ? path : `${base}/${path}`, { headers })),
    post: async (path: string, form: Record<string, string> | FormData | string) => {
      const body = typeof form === 'string' || form instanceof FormData ? form : new URLSearchParams(form)
      return readReply(await fetch(`${base}/${path}`, { method: 'POST', body }))
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await house.close()
    },
  })
}
