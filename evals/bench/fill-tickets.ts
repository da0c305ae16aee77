import { sql, type RawBuilder } from 'kysely'
import type { Catalogue } from '../../src/core/dispatch.ts'
import type { Engine, WordIndex } from '../../src/store/engine.ts'
import { createDayOf } from '../../src/store/sql-tickets.ts'
import { lifeColumns, toldColumns } from '../../src/store/ticket-columns.ts'
import { gramsOf, searchableText } from '../../src/store/word-grams.ts'
import { makeTickets, type MadeTicket } from './make-tickets.ts'

const atOnce = 2000

type Row = Readonly<Record<string, string | number | null>>

type Words = Parameters<WordIndex['add']>[1]

/** What differs between the engines when much is written at once. */
export interface BulkWriter {
  engine: Engine
  /** Reads rows of a table out of one JSON value: a parameter for each field would take most of the time. */
  rowsOf(table: string, columns: readonly string[], rows: string): RawBuilder<unknown>
  /** Enters the words of tickets. */
  addWords(entries: readonly Words[]): Promise<void>
  /** Leaves out the checks of references, row by row: what is written refers to what was written before. */
  check(on: boolean): Promise<void>
  /** The statements that make the indexes which keys do not bring along. */
  indexes(): Promise<readonly { name: string; statement: string }[]>
  /** Counts what the planner goes by, and tidies up. */
  settle(): Promise<void>
}

export const postgresWriter = (engine: Engine): BulkWriter => ({
  engine,
  rowsOf: (table, columns, rows) =>
    sql`select ${sql.join(columns.map((name) => sql.id(name)))} from jsonb_populate_recordset(null::${sql.id(table)}, ${rows}::jsonb)`,
  async addWords(entries) {
    const rows = entries.map(({ ticket, words }) => ({ ticket, words, grams: `{${gramsOf(words).join(',')}}` }))
    await sql`insert into ticket_words (ticket, words, grams)
      select ticket, words, grams from jsonb_populate_recordset(null::ticket_words, ${JSON.stringify(rows)}::jsonb)`.execute(
      engine.db,
    )
  },
  async check(on) {
    for (const table of ['ticket_events', 'ticket_departments', 'ticket_words'])
      await sql`alter table ${sql.id(table)} ${sql.raw(on ? 'enable' : 'disable')} trigger all`.execute(engine.db)
  },
  async indexes() {
    const { rows } = await sql<{
      name: string
      statement: string
    }>`select indexname as name, indexdef as statement from pg_indexes
      where schemaname = 'public' and indexname not in (select conname from pg_constraint)`.execute(engine.db)
    return rows.filter(({ name }) => !name.endsWith('_pkey'))
  },
  settle: async () => void (await sql`vacuum analyze`.execute(engine.db)),
})

export const sqliteWriter = (engine: Engine): BulkWriter => ({
  engine,
  rowsOf: (_, columns, rows) =>
    sql`select ${sql.join(columns.map((name) => sql`value ->> ${sql.lit(name)}`))} from json_each(${rows})`,
  addWords: (entries) =>
    engine.db.transaction().execute(async (transaction) => {
      for (const entry of entries) await engine.words.add(transaction, entry)
    }),
  check: () => Promise.resolve(),
  async indexes() {
    const { rows } = await sql<{ name: string; statement: string }>`select name, sql as statement from sqlite_master
      where type = 'index' and sql is not null`.execute(engine.db)
    return rows
  },
  settle: async () => void (await sql`pragma wal_checkpoint(truncate)`.execute(engine.db)),
})

interface Batch {
  tables: Map<string, Row[]>
  words: Words[]
}

const emptyBatch = (): Batch => ({ tables: new Map(), words: [] })

function addRow({ tables }: Batch, table: string, row: Row): void {
  const rows = tables.get(table)
  if (rows === undefined) tables.set(table, [row])
  else rows.push(row)
}

/** Rows of all tables for one demand, as the store would have written them event by event. */
function addTicket(batch: Batch, { filed, history, lookAt }: MadeTicket, day: string, serial: number): void {
  const { kind, conversation, draft, reason, assignment } = filed
  const number = `${day}-${String(serial).padStart(4, '0')}`
  const life = lifeColumns(filed)
  const filed_at = filed.filedAt.getTime()
  addRow(batch, 'tickets', {
    ...{ number, day, serial, kind, conversation, filed_at, draft: JSON.stringify(draft), reason },
    ...{ ...toldColumns(draft), look_at: lookAt?.getTime() ?? null, ...life },
  })
  history.forEach(({ at, by, kind: what, ...body }, index) =>
    addRow(batch, 'ticket_events', {
      ...{ ticket: number, sequence: index + 1, at: at.getTime(), role: by.role, actor: by.id, kind: what },
      body: JSON.stringify(body),
    }),
  )
  const keys = { ticket: number, settled: life.settled, due: life.due, filed_at, serial }
  for (const department of new Set(assignment === null ? [] : [assignment.lead, ...assignment.coHandling]))
    addRow(batch, 'ticket_departments', { department, lead: department === assignment?.lead ? 1 : 0, ...keys })
  const words = searchableText(draft.subject, draft.description)
  batch.words.push({ ticket: number, filedAt: filed_at, serial, words })
}

async function write({ engine, rowsOf, addWords }: BulkWriter, { tables, words }: Batch): Promise<void> {
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {})
    const names = sql.join(columns.map((name) => sql.id(name)))
    await sql`insert into ${sql.id(table)} (${names}) ${rowsOf(table, columns, JSON.stringify(rows))}`.execute(
      engine.db,
    )
  }
  await addWords(words)
}

/** Fills an empty, migrated database with `count` demands of the last two years; the indexes are made afterwards. */
export async function fillTickets(writer: BulkWriter, catalogue: Catalogue, count: number, now: Date): Promise<void> {
  const { engine } = writer
  const indexes = await writer.indexes()
  for (const { name } of indexes) await sql`drop index ${sql.id(name)}`.execute(engine.db)
  await writer.check(false)
  const dayOf = createDayOf('Asia/Shanghai')
  const serials = new Map<string, number>()
  let batch = emptyBatch()
  for (const made of makeTickets(catalogue, count, now)) {
    const day = dayOf(made.filed.filedAt)
    const serial = (serials.get(day) ?? 0) + 1
    serials.set(day, serial)
    addTicket(batch, made, day, serial)
    if (batch.words.length === atOnce) {
      await write(writer, batch)
      batch = emptyBatch()
    }
  }
  serials.forEach((last, day) => addRow(batch, 'ticket_days', { day, last }))
  await write(writer, batch)
  for (const { statement } of indexes) await sql.raw(statement).execute(engine.db)
  await writer.check(true)
  await writer.settle()
}
