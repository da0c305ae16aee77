import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import { createStore } from '../../src/store/create-store.ts'
import { noon } from './makers.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'
import { runWorkUntilKilled, type Told } from './programs/run-program.ts'

/** Checks that all that was told is there, and that no transaction is there by half. */
async function expectAllKept(store: Store, told: readonly Told[]): Promise<void> {
  const messages = new Set((await store.conversations.messages('conversation-1')).map(({ id }) => id))
  const accepted = told.flatMap((each) => each.accepted)
  expect(accepted.filter((id) => !messages.has(id))).toEqual([])

  const exchanges = await store.conversations.exchanges('conversation-1', 1_000_000)
  const ticketOf = new Map(exchanges.map(({ message, reply }) => [message, reply.ticket]))
  const settled = told.flatMap((each) => each.settled)
  expect(settled.filter(([message, number]) => ticketOf.get(message) !== number)).toEqual([])

  const numbers = (await store.tickets.list(1_000_000)).map(({ number }) => number)
  expect([...ticketOf.values()].sort()).toEqual([...numbers].sort())
  expect(new Set(numbers).size).toBe(numbers.length)
  const demands = await store.cases.pending(noon, 1_000_000)
  expect(demands.map(({ number }) => number).sort()).toEqual([...numbers].sort())
  for (const number of numbers) expect(await store.cases.history(number)).toHaveLength(1)
  const replies = (await store.outbox.due(noon, 1_000_000)).map(({ reply }) => reply.message)
  expect(replies.sort()).toEqual([...ticketOf.keys()].sort())
  const unsettled = new Set((await store.conversations.unsettled()).map(({ id }) => id))
  expect([...messages].filter((id) => unsettled.has(id) === ticketOf.has(id))).toEqual([])
}

describe('a process that is killed at any moment', () => {
  let server: PostgresServer
  let dataFolder: string
  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.remove())
  beforeAll(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
  })
  afterAll(() => rmSync(dataFolder, { recursive: true }))

  async function killRepeatedly(url: string): Promise<void> {
    const told: Told[] = []
    for (let run = 0; run < 6; run++) {
      const killAfter = Math.round(Math.random() * 400)
      told.push(await runWorkUntilKilled({ url, dataFolder, run: `${run}`, killAfter }))
    }
    expect(told.flatMap(({ accepted }) => accepted).length).toBeGreaterThan(0)
    const store = await createStore({ url: url === '' ? null : url, dataFolder, clock: () => noon })
    await expectAllKept(store, told)
    await store.close()
  }

  it('loses nothing that a SQLite file has acknowledged', () => killRepeatedly(''), 120_000)

  it(
    'loses nothing that PostgreSQL has acknowledged',
    async () => killRepeatedly(await server.createDatabase()),
    120_000,
  )
})

describe('a disk that is full', () => {
  it.skipIf(process.platform === 'win32')(
    'is reported, and loses nothing that was acknowledged before',
    async () => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
      const told = await runWorkUntilKilled({ url: '', dataFolder, run: 'full', killAfter: null, fileLimit: 1500 })
      expect(told.failed).toMatch(/^(full|unreachable)$/)
      expect(told.settled.length).toBeGreaterThan(0)
      const store = await createStore({ url: null, dataFolder, clock: () => noon })
      await expectAllKept(store, [told])
      await store.close()
      rmSync(dataFolder, { recursive: true })
    },
    120_000,
  )
})
