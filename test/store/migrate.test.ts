import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createStore, type StoreOptions } from '../../src/store/create-store.ts'
import { migrations } from '../../src/store/migrations/list.ts'
import type { Migration } from '../../src/store/migrations/migration.ts'
import { after, makeConversation, makeMessage, noon } from './makers.ts'

const current = migrations.length
const versions = migrations.map(({ version }) => version)

const next: Migration = {
  version: current + 1,
  name: 'count the pages',
  async up(db) {
    await db.schema
      .alterTable('messages')
      .addColumn('pages', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await sql`update messages set pages = length(text)`.execute(db)
  },
}

const newer = new RegExp(`schema version ${next.version}.*knows only ${current}.*Nothing was changed`)

const failing: Migration = {
  ...next,
  async up(db, engine) {
    await next.up(db, engine)
    throw new Error('this step cannot be done')
  },
}

/** Rebuilds a table that others refer to, the way SQLite needs it for most changes of a column. */
const rebuilding: Migration = {
  ...next,
  async up(db) {
    await sql`create table rebuilt as select * from conversations`.execute(db)
    await sql`drop table conversations`.execute(db)
    await db.schema
      .createTable('conversations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text')
      .addColumn('language', 'text')
      .addColumn('region', 'text')
      .addColumn('holder', 'text')
      .addColumn('opened_at', 'bigint')
      .addColumn('replied_at', 'bigint')
      .execute()
    await sql`insert into conversations select * from rebuilt`.execute(db)
    await sql`drop table rebuilt`.execute(db)
  },
}

describe('migrating a SQLite file', () => {
  let dataFolder: string
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'store-'))
  })
  afterEach(() => rmSync(dataFolder, { recursive: true }))

  const file = () => join(dataFolder, 'civicline.sqlite')
  const open = (change: Partial<StoreOptions> = {}) =>
    createStore({ url: null, dataFolder, clock: () => noon, ...change })
  const backups = () => readdirSync(dataFolder).filter((name) => name.endsWith('.backup'))
  const inFile = (path: string, statement: string): unknown[] => {
    const database = new Database(path, { readonly: true })
    try {
      return database.prepare(statement).pluck().all()
    } finally {
      database.close()
    }
  }
  const digest = () => createHash('sha256').update(readFileSync(file())).digest('hex')

  async function fillAtThisVersion(): Promise<void> {
    const store = await open()
    await store.conversations.open(makeConversation())
    await store.conversations.accept(makeMessage())
    await store.close()
  }

  it('makes a new file that only its owner can read, and no backup of it', async () => {
    const told: string[] = []
    await (await open({ onBackup: (path) => told.push(path) })).close()
    await (await open({ onBackup: (path) => told.push(path) })).close()
    expect(told).toEqual([])
    expect(backups()).toEqual([])
    expect(statSync(file()).mode & 0o077).toBe(0)
  })

  it('takes a file forward with all that is in it, after a backup beside it with its version and the date', async () => {
    await fillAtThisVersion()
    const told: string[] = []
    const store = await open({ migrations: [...migrations, next], onBackup: (path) => told.push(path) })
    expect(await store.conversations.messages('conversation-1')).toEqual([makeMessage()])
    await store.close()
    expect(inFile(file(), 'select pages from messages')).toEqual([makeMessage().text.length])
    expect(inFile(file(), 'select version from schema_versions')).toEqual([...versions, next.version])
    expect(backups()).toEqual([`civicline.sqlite.v${current}.20261123T040000Z.backup`])
    expect(told).toEqual([join(dataFolder, `civicline.sqlite.v${current}.20261123T040000Z.backup`)])
    const backup = told[0] ?? ''
    expect(inFile(backup, 'select version from schema_versions')).toEqual(versions)
    expect(inFile(backup, 'select text from messages')).toEqual([makeMessage().text])
    expect(statSync(backup).mode & 0o077).toBe(0)
  })

  it('backs up what stands in the write-ahead log only, because the last process was killed', async () => {
    const killed = await open()
    await killed.conversations.open(makeConversation())
    await killed.conversations.accept(makeMessage())
    const store = await open({ migrations: [...migrations, next] })
    await store.close()
    await killed.close()
    expect(inFile(join(dataFolder, backups()[0] ?? ''), 'select count(*) from messages')).toEqual([1])
  })

  it('leaves the file as it was when a step fails, and works again with the old version', async () => {
    await fillAtThisVersion()
    await expect(open({ migrations: [...migrations, failing] })).rejects.toThrow('this step cannot be done')
    expect(inFile(file(), 'select version from schema_versions')).toEqual(versions)
    expect(inFile(file(), "select count(*) from pragma_table_info('messages') where name = 'pages'")).toEqual([0])
    expect(backups()).toHaveLength(1)
    const store = await open()
    expect(await store.conversations.unsettled()).toEqual([makeMessage()])
    await store.close()
  })

  it('lets a step rebuild a table without losing the rows that refer to it', async () => {
    await fillAtThisVersion()
    const store = await open({ migrations: [...migrations, rebuilding] })
    expect(await store.conversations.find('conversation-1')).toEqual(makeConversation())
    expect(await store.conversations.messages('conversation-1')).toEqual([makeMessage()])
    await expect(store.conversations.accept(makeMessage({ conversation: 'nowhere' }))).rejects.toThrow()
    await store.close()
  })

  it('keeps the last five backups', async () => {
    await fillAtThisVersion()
    for (let minute = 0; minute < 7; minute++) {
      const clock = () => after(minute * 60_000)
      await expect(open({ migrations: [...migrations, failing], clock })).rejects.toThrow()
    }
    expect(backups().sort()).toEqual(
      [2, 3, 4, 5, 6].map((minute) => `civicline.sqlite.v${current}.20261123T040${minute}00Z.backup`),
    )
  })

  it('refuses a file of a newer version of the program, and changes nothing', async () => {
    await fillAtThisVersion()
    await (await open({ migrations: [...migrations, next] })).close()
    const before = digest()
    await expect(open()).rejects.toThrow(newer)
    expect(digest()).toBe(before)
    expect(backups()).toHaveLength(1)
  })

  it('is done once when several start at the same moment', async () => {
    await fillAtThisVersion()
    const stores = await Promise.all([1, 2, 3].map(() => open({ migrations: [...migrations, next] })))
    for (const store of stores) expect(await store.conversations.messages('conversation-1')).toEqual([makeMessage()])
    await Promise.all(stores.map((store) => store.close()))
    expect(inFile(file(), 'select version from schema_versions')).toEqual([...versions, next.version])
  })
})

describe('the list of migrations', () => {
  it('counts up from one without a gap', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })
})
