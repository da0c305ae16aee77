import { mkdirSync, mkdtempSync, rmSync, chmodSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore } from '../../src/store/create-store.ts'
import { openEngine } from '../../src/store/dialects.ts'
import { makeConversation, makeMessage, makeTicket, noon } from './makers.ts'

describe('a SQLite file that cannot be used', () => {
  let dataFolder: string
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
  })
  afterEach(() => {
    chmodSync(dataFolder, 0o700)
    rmSync(dataFolder, { recursive: true })
  })

  const file = () => join(dataFolder, 'civicline.sqlite')
  const open = (patience = 100, folder = dataFolder) =>
    createStore({ url: null, dataFolder: folder, clock: () => noon, patience })

  function lock() {
    const other = new Database(file())
    other.exec('begin exclusive')
    return () => void other.close()
  }

  it('is reported as busy while another process holds it, and works again when it lets go', async () => {
    const store = await open()
    await store.conversations.open(makeConversation())
    const unlock = lock()
    const busy = { name: 'StoreUnavailable', reason: 'busy', message: expect.stringContaining(file()) }
    await expect(store.conversations.accept(makeMessage())).rejects.toMatchObject(busy)
    await expect(store.tickets.file(makeTicket())).rejects.toMatchObject(busy)
    let worked = false
    const work = () => Promise.resolve((worked = true))
    await expect(store.transaction(work)).rejects.toMatchObject(busy)
    expect(worked).toBe(false)
    unlock()
    expect(await store.conversations.accept(makeMessage())).toBe('new')
    expect((await store.transaction(({ tickets }) => tickets.file(makeTicket()))).number).toBe('20261123-0001')
    await store.close()
  })

  it('is waited for while another process holds it for a moment', async () => {
    const store = await open(10_000)
    await store.conversations.open(makeConversation())
    const unlock = lock()
    const accepting = store.conversations.accept(makeMessage())
    const filing = store.transaction(({ tickets }) => tickets.file(makeTicket()))
    setTimeout(unlock, 200)
    expect(await accepting).toBe('new')
    expect((await filing).number).toBe('20261123-0001')
    await store.close()
  })

  it('is reported as damaged when it is no database', async () => {
    writeFileSync(file(), '<html>'.repeat(1000))
    await expect(open()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'damaged' })
  })

  it('is reported as out of reach when its folder cannot be', async () => {
    writeFileSync(join(dataFolder, 'no-folder'), '')
    const opening = open(100, join(dataFolder, 'no-folder', 'data'))
    await expect(opening).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
    mkdirSync(file())
    await expect(open()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
  })

  it.skipIf(process.getuid?.() === 0)('is reported as read-only when its folder is', async () => {
    chmodSync(dataFolder, 0o500)
    await expect(open()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'read-only' })
  })

  it('makes the folders that it needs', async () => {
    await (await open(100, join(dataFolder, 'a', 'b'))).close()
    await (await open(100, join(dataFolder, 'a', 'b'))).close()
  })

  it('is opened anew after the file system failed once', async () => {
    const engine = openEngine({ path: file() }, 100)
    await sql`create table kept (word text)`.execute(engine.db)
    await sql`insert into kept values ('留')`.execute(engine.db)
    const failure = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' })
    expect(engine.explain(failure)).toMatchObject({ reason: 'unreachable', mayTryAgain: false })
    expect((await sql`select word from kept`.execute(engine.db)).rows).toEqual([{ word: '留' }])
    const settings = await sql`select * from pragma_synchronous, pragma_foreign_keys, pragma_journal_mode`.execute(
      engine.db,
    )
    expect(settings.rows).toEqual([{ synchronous: 2, foreign_keys: 1, journal_mode: 'wal' }])
    await engine.db.destroy()
  })
})

describe('the place of a store', () => {
  it('is refused when its kind is not known', async () => {
    const opening = createStore({ url: 'mysql://db/x', dataFolder: '.', clock: () => noon })
    await expect(opening).rejects.toThrow('A database of the kind mysql:// is not known.')
  })

  it('may be a file of another name in the data folder', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
    const store = await createStore({ url: 'other.db', dataFolder, clock: () => noon })
    await store.conversations.open(makeConversation())
    await store.close()
    const database = new Database(join(dataFolder, 'other.db'), { readonly: true })
    expect(database.prepare('select id from conversations').pluck().all()).toEqual(['conversation-1'])
    database.close()
    rmSync(dataFolder, { recursive: true })
  })
})
