import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { Registry } from 'prom-client'
import type { KeyScope } from '../../../src/core/api-key.ts'
import { createKey } from '../../../src/core/create-key.ts'
import type { Store } from '../../../src/core/store.ts'
import type { TicketCommand } from '../../../src/core/ticket-command.ts'
import type { Actor } from '../../../src/core/ticket-life.ts'
import type { TicketOffice } from '../../../src/core/ticket-office.ts'
import type { TicketDraft } from '../../../src/core/ticket.ts'
import { loadCatalogue } from '../../../src/load-catalogue.ts'
import { loadData } from '../../../src/load-data.ts'
import { openDepartments, type DepartmentsHouse } from '../../../src/open-departments.ts'
import { openFiles } from '../../../src/open-files.ts'
import { openTickets } from '../../../src/open-tickets.ts'
import { createServer } from '../../../src/server/create-server.ts'
import { describeApi } from '../../../src/server/describe-api.ts'
import { makeWebhookSecret } from '../../../src/webhooks/sign-message.ts'
import { openTestStore } from '../../fakes/memory-store.ts'
import { makeEndpoint } from '../../store/interface-makers.ts'
import { makeConversation, makeDraft } from '../../store/makers.ts'

const data = await loadData()
export const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const line = catalogue.lines.find(({ lead, excluded }) => lead !== '' && excluded === null)
export const dutyLine = line?.line ?? ''
export const subject = [...catalogue.subjects.values()].find(({ term }) => term === 'ordinary')?.code ?? ''
const [first = '', second = '', third = ''] = catalogue.departments.keys()
/** The department that has the ticket, one that helps, and one that has nothing to do with it. */
export const bodies = { lead: first, helping: second, other: third }

export const reviewer: Actor = { role: 'reviewer', id: 'reviewer-1' }

/** The real server with the departments' interface over HTTP, its store, its office, and a clock that tests set. */
export interface Systems {
  base: string
  store: Store
  office: TicketOffice
  house: DepartmentsHouse
  logged: string[]
  pass(milliseconds: number): void
  now(): Date
  key(change?: { scope?: readonly KeyScope[]; department?: string | null }): Promise<string>
  /** Where a department is told; resolves with the secret. */
  tell(department: string, url: string): Promise<string>
  /** Files a demand and gives it to `lead`, with `helping` beside. */
  dispatch(draft?: Partial<TicketDraft>): Promise<string>
  execute(number: string, command: TicketCommand): Promise<void>
  call(path: string, key: string | null, options?: RequestInit & { json?: unknown }): Promise<Reply>
  close(): Promise<void>
}

export interface Reply {
  status: number
  headers: Headers
  text: string
  body: Record<string, unknown>
}

async function callOver(
  base: string,
  path: string,
  key: string | null,
  options: RequestInit & { json?: unknown } = {},
) {
  const { json, ...init } = options
  const headers = new Headers(init.headers)
  if (key !== null) headers.set('authorization', `Bearer ${key}`)
  if (json !== undefined) headers.set('content-type', 'application/json')
  const body = json === undefined ? (init.body ?? null) : JSON.stringify(json)
  const response = await fetch(`${base}/departments/v1${path}`, { ...init, headers, body })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  }
}

export async function openSystems(): Promise<Systems> {
  let now = new Date()
  const clock = () => now
  const logged: string[] = []
  const log = (level: string, event: string, facts: object = {}) =>
    void logged.push(`${level} ${event} ${JSON.stringify(facts)}`)
  const store = await openTestStore(clock)
  await store.conversations.open(makeConversation())
  const tickets = openTickets({
    ...{ store, data, catalogue, dispatcher: null, duplicates: null, clock, log, publicUrl: null },
    ...{ secretKey: 'a key for tests, of 32 signs or more', announce: () => undefined, send: () => undefined },
  })
  const { office } = tickets
  const { attachments } = openFiles({ store, clock, limits: { fileBytes: 100_000, files: 9, ticketBytes: 300_000 } })
  const house = openDepartments({
    ...{ store, office, attachments, catalogue, speak: data.speak, clock, log },
    webhooks: { networks: ['127.0.0.1'], giveUpAfter: 5 * 86_400_000 },
  })
  const server = createHttpServer(
    createServer({
      ...{ channels: [], home: '/', log, speak: data.speak, metrics: new Registry(), ready: () => true },
      ...{ interfaces: [house.departments], requestsPerMinute: 10_000, trustProxy: 0 },
      api: describeApi({ version: '1.0.0', routes: house.departments.api }),
    }),
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

  const execute = async (number: string, command: TicketCommand) => {
    const answer = await office.execute(number, command)
    if (answer.kind !== 'done') throw new Error(`${command.kind}: ${JSON.stringify(answer)}`)
  }
  return {
    ...{ base, store, office, house, logged, execute },
    pass: (milliseconds) => void (now = new Date(now.getTime() + milliseconds)),
    now: clock,
    async key({ scope = ['departments:read', 'departments:write'] as const, department = bodies.lead } = {}) {
      const made = await createKey({ name: 'test', scopes: scope, department, createdAt: now })
      await store.keys.add(made.key, made.digest)
      return made.text
    },
    async tell(department, url) {
      const secret = makeWebhookSecret()
      await store.webhooks.add(makeEndpoint({ id: `to ${department}`, department, url, secret }))
      return secret
    },
    async dispatch(change = {}) {
      const draft = makeDraft({ subject: '路灯不亮', description: '新河路 8 号门口的路灯三天没亮了。', ...change })
      const demand = { conversation: 'conversation-1', filedAt: now, draft }
      const { number } = await store.transaction(
        async (inside) => (await tickets.filing.file(inside, { demand, commands: [], repeats: null })).ticket,
      )
      await execute(number, { kind: 'accept', by: reviewer, subject, term: 'ordinary', advice: null })
      const assignment = { lead: bodies.lead, coHandling: [bodies.helping], line: dutyLine, reason: '按目录' }
      await execute(number, { kind: 'dispatch', by: reviewer, assignment })
      return number
    },
    call: (path, key, options) => callOver(base, path, key, options),
    async close() {
      await house.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await store.close()
    },
  }
}
