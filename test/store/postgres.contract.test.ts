import { createServer } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStore, type StoreOptions } from '../../src/store/create-store.ts'
import { openEngine } from '../../src/store/dialects.ts'
import { migrations } from '../../src/store/migrations/list.ts'
import { describeSchema } from '../contracts/store-schema.ts'
import { describeStore } from '../contracts/store.ts'
import { makeConversation, makeMessage, makeTicket, noon } from './makers.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.remove())

const open = (url: string, change: Partial<StoreOptions> = {}) =>
  createStore({ url, dataFolder: '.', clock: () => noon, patience: 300, ...change })

const unavailable = (reason: string) => ({ name: 'StoreUnavailable', reason })

describeStore('the store in PostgreSQL', async () => {
  const address = await server.createDatabase()
  return { open: () => open(address, { patience: 5000 }), lasting: true, remove: () => Promise.resolve() }
})

describeSchema('the schema in PostgreSQL', async () => {
  const address = await server.createDatabase()
  return { place: { address }, url: address, dataFolder: '.', remove: () => Promise.resolve() }
})

describe('several replicas on one PostgreSQL', () => {
  it('migrate once when they start at the same moment, and share what they keep', async () => {
    const address = await server.createDatabase()
    const slow = migrations.map((migration) => ({
      ...migration,
      async up(...given: Parameters<typeof migration.up>) {
        await sql`select pg_sleep(0.3)`.execute(given[0])
        await migration.up(...given)
      },
    }))
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(address, { migrations: slow })))
    await stores[0]?.conversations.open(makeConversation())
    const answers = await Promise.all(stores.map(({ conversations }) => conversations.accept(makeMessage())))
    expect(answers.sort()).toEqual(['new', 'repeated', 'repeated', 'repeated'])
    const filed = await Promise.all(
      stores.flatMap(({ tickets }) => Array.from({ length: 10 }, () => tickets.file(makeTicket()))),
    )
    expect(new Set(filed.map(({ number }) => number)).size).toBe(40)
    expect((await stores[3]?.tickets.list(1))?.map(({ number }) => number)).toEqual(['20261123-0040'])
    await Promise.all(stores.map((store) => store.close()))
  })

  it('refuse a schema of a newer version, and change nothing', async () => {
    const address = await server.createDatabase()
    const next = { version: migrations.length + 1, name: 'nothing', up: () => Promise.resolve() }
    await (await open(address, { migrations: [...migrations, next] })).close()
    await expect(open(address)).rejects.toThrow(`knows only ${migrations.length}`)
  })

  it('leave the schema as it was when a step fails', async () => {
    const address = await server.createDatabase()
    const up = () => Promise.reject(new Error('this step cannot be done'))
    const failing = { version: migrations.length + 1, name: 'fails', up }
    await expect(open(address, { migrations: [...migrations, failing] })).rejects.toThrow('this step cannot be done')
    const store = await open(address)
    expect(await store.tickets.list(1)).toEqual([])
    await store.close()
  })

  it('do not mistake the tables of another schema for their own', async () => {
    const address = await server.createDatabase()
    const engine = openEngine({ address }, 3000)
    await sql`create schema other`.execute(engine.db)
    await sql`create table other.schema_versions (version text)`.execute(engine.db)
    expect(await engine.hasTable('schema_versions')).toBe(false)
    await engine.db.destroy()
    await (await open(address)).close()
  })
})

describe('a PostgreSQL that does not serve', () => {
  it('is reported as out of reach while it is down, and used again when it is back', async () => {
    const store = await open(await server.createDatabase())
    await store.conversations.open(makeConversation())
    const interrupted = store.transaction(async ({ conversations }) => {
      await conversations.accept(makeMessage({ id: 'interrupted' }))
      await server.stop()
      await conversations.accept(makeMessage({ id: 'later' }))
    })
    await expect(interrupted).rejects.toMatchObject(unavailable('unreachable'))
    await expect(store.conversations.accept(makeMessage())).rejects.toMatchObject(unavailable('unreachable'))
    await expect(store.transaction(() => Promise.resolve())).rejects.toMatchObject(unavailable('unreachable'))
    await server.start()
    expect(await store.conversations.unsettled()).toEqual([])
    expect(await store.conversations.accept(makeMessage())).toBe('new')
    await store.close()
  })

  it('is waited for while it restarts', async () => {
    const address = await server.createDatabase()
    const store = await open(address, { patience: 30_000 })
    await server.stop()
    const filing = store.transaction(({ tickets }) => tickets.file(makeTicket()))
    const opening = open(address, { patience: 30_000 })
    await server.start()
    expect((await filing).number).toBe('20261123-0001')
    await (await opening).close()
    await store.close()
  })

  it('is reported with the reason, and never with the password', async () => {
    const wrong = open(server.address('postgres', 'civicline:a-wrong-word'))
    await expect(wrong).rejects.toMatchObject(unavailable('refused'))
    await expect(wrong).rejects.not.toThrow(/a-wrong-word/)
    await expect(wrong).rejects.toThrow(`127.0.0.1:${server.port}`)
    await expect(open(server.address('nowhere'))).rejects.toMatchObject(unavailable('refused'))
    await expect(open('postgres://127.0.0.1:1/x')).rejects.toMatchObject(unavailable('unreachable'))
    await expect(open('postgres://no-such-host.invalid/x')).rejects.toMatchObject(unavailable('unreachable'))
  })

  it('is reported as out of reach when it takes connections and says nothing', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume())
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(open(`postgres://127.0.0.1:${port}/x`)).rejects.toMatchObject(unavailable('unreachable'))
    await new Promise((resolve) => silent.close(resolve))
  })

  it('is given up on when a query takes too long, and asked anew over another connection', async () => {
    const engine = openEngine({ address: await server.createDatabase() }, 3000)
    engine.limitQueries(200)
    const process = async () =>
      (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(engine.db)).rows[0]?.pid
    const first = await process()
    const error: unknown = await sql`select pg_sleep(3)`.execute(engine.db).catch((reason: unknown) => reason)
    expect(engine.explain(error)).toMatchObject({ reason: 'unreachable', mayTryAgain: false })
    expect(await process()).not.toBe(first)
    await engine.db.destroy()
  })
})
