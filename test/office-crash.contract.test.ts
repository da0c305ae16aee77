import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/core/store.ts'
import { loadData } from '../src/load-data.ts'
import { createStore } from '../src/store/create-store.ts'
import { createTicketOffice } from '../src/ticket-office.ts'
import { createCalendar } from '../src/tickets/calendar/create-calendar.ts'
import { replay } from '../src/tickets/life/apply-event.ts'
import { makeConversation, makeTicket, noon } from './store/makers.ts'
import { startPostgres, type PostgresServer } from './store/postgres-server.ts'

const program = fileURLToPath(new URL('store/programs/change-until-killed.ts', import.meta.url))
const { deadlines: rules, speak } = await loadData()

/** Runs the program and kills it without warning so long after it has begun, milliseconds; gives the changes that it told of. */
function changeUntilKilled(words: readonly string[], killAfter: number): Promise<(readonly [string, string])[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words])
  const told: (readonly [string, string])[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, number = '', key = ''] = line.split(' ')
    if (what === 'ready') setTimeout(() => child.kill('SIGKILL'), killAfter)
    if (what === 'done') told.push([number, key])
  })
  const errors: string[] = []
  child.stderr.on('data', (text: Buffer) => errors.push(text.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(told) : reject(new Error(`The program ended by itself:\n${errors.join('')}`)),
    )
  })
}

/** Two demands that a body has. */
async function dispatchTwo(store: Store): Promise<readonly string[]> {
  const quiet = { log: () => undefined, announce: () => undefined, send: () => undefined, dispatcher: null }
  const calendar = createCalendar(rules.calendar)
  const office = createTicketOffice({ store, rules, calendar, catalogue: null, speak, clock: () => noon, ...quiet })
  await store.conversations.open(makeConversation())
  const numbers = [await store.tickets.file(makeTicket()), await store.tickets.file(makeTicket())].map(
    ({ number }) => number,
  )
  const by = { role: 'operator', id: 'o' } as const
  const assignment = { lead: 'housing-bureau', coHandling: [], line: null, reason: 'first' }
  for (const number of numbers) {
    await office.execute(number, { kind: 'accept', by, subject: null, term: 'ordinary', advice: null })
    await office.execute(number, { kind: 'dispatch', by, assignment })
  }
  return numbers
}

describe('an office that is killed at any moment', () => {
  let server: PostgresServer
  let dataFolder: string
  beforeAll(async () => {
    server = await startPostgres()
    dataFolder = await mkdtemp(join(tmpdir(), 'office-'))
  })
  afterAll(async () => {
    await server.remove()
    await rm(dataFolder, { recursive: true })
  })

  async function killRepeatedly(url: string): Promise<void> {
    const open = () => createStore({ url: url === '' ? null : url, dataFolder, clock: () => noon, patience: 20_000 })
    const store = await open()
    const numbers = await dispatchTwo(store)
    await store.close()
    const told: (readonly [string, string])[] = []
    for (let run = 0; run < 4; run += 1)
      told.push(...(await changeUntilKilled([url, dataFolder, `${run}`, ...numbers], 50 + Math.random() * 400)))
    expect(told.length).toBeGreaterThan(0)

    const after = await open()
    const notices = (await after.outbox.since('conversation-1', 0)).filter(({ reply }) => reply.text.includes('已交给'))
    for (const number of numbers) {
      const [ticket, history] = [await after.cases.case(number), await after.cases.history(number)]
      if (ticket === null) throw new Error('It is gone.')
      expect(replay(ticket, history)).toEqual(ticket)
      const keys = history.flatMap(({ key }) => (key === undefined ? [] : [key]))
      expect(new Set(keys).size).toBe(keys.length)
      for (const [, key] of told.filter(([each]) => each === number)) expect(keys).toContain(key)
      const given = history.filter(({ kind }) => kind === 'dispatched')
      expect(notices.filter(({ reply }) => reply.ticket === number)).toHaveLength(given.length)
    }
    await after.close()
  }

  it('tells what is recorded and records what is told, over a SQLite file', () => killRepeatedly(''), 120_000)

  it(
    'tells what is recorded and records what is told, over PostgreSQL',
    async () => killRepeatedly(await server.createDatabase()),
    120_000,
  )
})
