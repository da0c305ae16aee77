import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3, { type Database, type Statement } from 'better-sqlite3'
import { CompiledQuery, Kysely, PostgresDialect, SqliteDialect, SqliteDriver, sql } from 'kysely'
import type { Driver, SqliteDatabase, SqliteDialectConfig } from 'kysely'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { appendOnlyInFile, appendOnlyOnServer } from './append-only.ts'
import type { Engine, Fault } from './engine.ts'
import { explainFileError, explainServerError } from './faults.ts'
import { fromStorableRow, toStorableValues } from './storable-text.ts'
import type { Tables } from './tables.ts'
import { fullTextWords, invertedWords } from './word-indexes.ts'

/** The database engine for a server's address or a file's path; `patience` is how long to wait for a connection, milliseconds. */
export const openEngine = (place: { address: string } | { path: string }, patience: number): Engine =>
  'address' in place ? openPostgres(place.address, patience) : openSqlite(place.path)

/** How long SQLite itself waits for a lock, milliseconds. It blocks the event loop, so most of the waiting is done outside. */
const sqliteLockWait = 50

/** Opens the file for this user alone: it holds personal data. A message counts as kept only once it is on the disk. */
function openDatabaseFile(path: string): Database {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    closeSync(openSync(path, 'a', 0o600))
  }
  const database = new BetterSqlite3(path, { timeout: sqliteLockWait })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    database.pragma('journal_size_limit = 67108864')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Copies what has been committed, through a connection of its own: a transaction may be open on the other. */
async function copyDatabaseFile(path: string, target: string): Promise<void> {
  const database = new BetterSqlite3(path, { readonly: true, timeout: sqliteLockWait })
  await database.backup(target).finally(() => database.close())
}

/** Statements kept ready: more than the program has, few enough where lists make many of one. */
const mostStatements = 200

/** Prepares each statement once; one that changes tables makes all the others anew. */
function createStatements() {
  const ready = new Map<string, Statement<unknown[]>>()
  return {
    clear: () => ready.clear(),
    take(database: Database, text: string): Statement<unknown[]> {
      const known = ready.get(text)
      if (known !== undefined) return known
      if (ready.size >= mostStatements || /^\s*(?:alter|create|drop)\b/iu.test(text)) ready.clear()
      const statement = database.prepare<unknown[]>(text)
      ready.set(text, statement)
      return statement
    },
  }
}

/** A connection that is opened when it is first needed, and anew after an error of the file system. */
function createFileConnection(path: string) {
  let database: Database | null = null
  let broken = false
  const statements = createStatements()
  const inTransaction = () => database?.inTransaction ?? false
  function current(): Database {
    if (broken && !inTransaction()) {
      database?.close()
      database = null
      statements.clear()
      broken = false
    }
    return (database ??= openDatabaseFile(path))
  }
  const connection: SqliteDatabase = {
    close: () => void database?.close(),
    prepare(text) {
      const statement = statements.take(current(), text)
      return {
        reader: statement.reader,
        all: (values) => statement.all(...toStorableValues(values)).map(fromStorableRow),
        run: (values) => statement.run(...toStorableValues(values)),
        *iterate(values) {
          // A statement cannot be read twice at once, and the others may be needed meanwhile.
          for (const row of current()
            .prepare(text)
            .iterate(...toStorableValues(values)))
            yield fromStorableRow(row)
        },
      }
    },
  }
  const renew = () => {
    broken = path !== ':memory:'
  }
  return { connection, inTransaction, renew }
}

/**
 * Takes the write lock at the start of a transaction, where waiting is possible; a transaction that reads first could not be upgraded.
 * SQLite undoes a transaction by itself when the disk is full; undoing it again would hide the first error.
 */
function sqliteDriver(config: SqliteDialectConfig, inTransaction: () => boolean): Driver {
  const driver = new SqliteDriver(config)
  driver.beginTransaction = async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
  driver.rollbackTransaction = async (connection) => {
    if (inTransaction()) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  return driver
}

function openSqlite(path: string): Engine {
  const { connection, inTransaction, renew } = createFileConnection(path)
  const config: SqliteDialectConfig = { database: connection }
  const dialect = new SqliteDialect(config)
  dialect.createDriver = () => sqliteDriver(config, inTransaction)
  const db = new Kysely<Tables>({ dialect })
  return {
    db,
    words: fullTextWords,
    bytewise: 'BINARY',
    bytes: 'blob',
    appendOnly: appendOnlyInFile,
    sequence: { type: 'integer', build: (column) => column.primaryKey().autoIncrement() },
    explain(error): Fault | null {
      const fault = explainFileError(`The database file ${path}`, error)
      if (fault !== null && fault.reason !== 'busy' && fault.reason !== 'full') renew()
      return fault
    },
    async hasTable(name) {
      const found = await sql`select 1 from sqlite_master where type = 'table' and name = ${name}`.execute(db)
      return found.rows.length > 0
    },
    async inMigration(work) {
      const enforceReferences = (on: boolean) => sql`pragma foreign_keys = ${sql.lit(on ? 1 : 0)}`.execute(db)
      await enforceReferences(false)
      await db
        .transaction()
        .execute(async (transaction) => {
          await work(transaction)
          const { rows } = await sql`pragma foreign_key_check`.execute(transaction)
          if (rows.length > 0) throw new Error(`The migration would leave ${rows.length} rows that refer to nothing.`)
        })
        .finally(() => enforceReferences(true))
    },
    file: path === ':memory:' ? null : { path, copyTo: (target) => copyDatabaseFile(path, target) },
    limitQueries: () => undefined,
  }
}

/** bigint, which counts and moments are: all of ours are exact as numbers. */
const bigintType = 20

/** A pool whose queries can be limited in time. A connection that let a query wait too long is not used again. */
function createPool(address: string, patience: number) {
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'civicline',
    connectionTimeoutMillis: Math.max(1, patience),
    keepAlive: true,
    types: {
      getTypeParser: (oid, format) => (oid === bigintType ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  // A connection that ends while it waits in the pool, or between two queries of a transaction: the pool replaces the one, and the next
  // query over the other fails. Without a listener such an error would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const limit = { milliseconds: 0 }
  const connections: PostgresPool = {
    end: () => pool.end(),
    async connect(): Promise<PostgresPoolClient> {
      return wrapClient(await pool.connect(), limit)
    },
  }
  return { connections, limit }
}

function wrapClient(client: pg.PoolClient, limit: { milliseconds: number }): PostgresPoolClient {
  let silent = false
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new TypeError('Cursors are not used here.')
    const config: pg.QueryConfig & { query_timeout: number } = {
      text,
      values: toStorableValues(values),
      query_timeout: limit.milliseconds,
    }
    return client.query(config).then(
      (result) => ({ ...result, rows: result.rows.map(fromStorableRow) }),
      (error: unknown) => {
        silent = error instanceof Error && error.message === 'Query read timeout'
        throw error
      },
    )
  }
  return { query, release: () => client.release(silent) }
}

/** Any number will do, as long as every version of the program takes the same. */
const migrationLock = 712_345_001

/** Other encodings lack most of the characters that people write. */
async function checkEncoding(name: string, db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ server_encoding: string }>`show server_encoding`.execute(db)
  const encoding = rows[0]?.server_encoding ?? ''
  if (!['UTF8', 'SQL_ASCII'].includes(encoding))
    throw new Error(`${name} keeps this database in ${encoding}: create it with ENCODING 'UTF8'.`)
}

function openPostgres(address: string, patience: number): Engine {
  const { connections, limit } = createPool(address, patience)
  const name = `The PostgreSQL server ${URL.canParse(address) ? new URL(address).host : ''}`.trim()
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: connections }) })
  return {
    db,
    words: invertedWords,
    bytewise: 'C',
    bytes: 'bytea',
    appendOnly: appendOnlyOnServer,
    sequence: { type: 'bigint', build: (column) => column.primaryKey().generatedAlwaysAsIdentity() },
    explain: (error) => explainServerError(name, error),
    async hasTable(table) {
      const { rows } = await sql<{ id: string | null }>`select to_regclass(${table}) as id`.execute(db)
      return (rows[0]?.id ?? null) !== null
    },
    inMigration: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction)
        await checkEncoding(name, transaction)
        await work(transaction)
      }),
    file: null,
    limitQueries: (milliseconds) => {
      limit.milliseconds = milliseconds
    },
  }
}
