import { sql, type ColumnBuilderCallback, type ColumnDataType } from 'kysely'
import type { Engine } from '../engine.ts'
import { enterOldDemands } from './002-old-demands.ts'
import type { Migration, MigrationDatabase } from './migration.ts'

export const lifeOfTickets: Migration = {
  version: 2,
  name: 'life of tickets',
  async up(db, engine) {
    await addColumns(db, engine)
    await events(db, engine)
    await departments(db)
    await incidentsAndAttachments(db)
    await engine.words.create(db)
    await enterOldDemands(db, engine)
    await indexes(db)
  },
}

/** The last moment that a Date can be stands for "no due date". */
const never = 8_640_000_000_000_000

/** SQLite adds one column a statement. */
async function addColumns({ schema }: MigrationDatabase, { bytewise }: Pick<Engine, 'bytewise'>): Promise<void> {
  const text: ColumnBuilderCallback = (column) => column
  const counted: ColumnBuilderCallback = (column) => column.notNull().defaultTo(0)
  const columns: readonly [string, ColumnDataType, ColumnBuilderCallback][] = [
    [
      'region',
      'text',
      (column) =>
        column
          .notNull()
          .defaultTo('')
          .modifyEnd(sql`collate ${sql.id(bytewise)}`),
    ],
    ['phone', 'text', text],
    ['email', 'text', text],
    ['subject', 'text', (column) => column.modifyEnd(sql`collate ${sql.id(bytewise)}`)],
    ['due', 'bigint', (column) => column.notNull().defaultTo(never)],
    ['look_at', 'bigint', (column) => column],
    ['settled', 'integer', counted],
    ['supervised', 'integer', counted],
    ['breached', 'integer', counted],
    ['incident', 'text', text],
    ['version', 'integer', counted],
    ['life', 'text', (column) => column.notNull().defaultTo('{}')],
  ]
  for (const column of columns)
    await schema
      .alterTable('tickets')
      .addColumn(...column)
      .execute()
}

async function events(db: MigrationDatabase, { appendOnly }: Pick<Engine, 'appendOnly'>): Promise<void> {
  await db.schema
    .createTable('ticket_events')
    .addColumn('ticket', 'text', (column) => column.notNull().references('tickets.number'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_events_key', ['ticket', 'sequence'])
    .execute()
  await appendOnly(db, 'ticket_events')
}

async function departments({ schema }: MigrationDatabase): Promise<void> {
  await schema
    .createTable('ticket_departments')
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('ticket', 'text', (column) => column.notNull().references('tickets.number'))
    .addColumn('lead', 'integer', (column) => column.notNull())
    .addColumn('settled', 'integer', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('filed_at', 'bigint', (column) => column.notNull())
    .addColumn('serial', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('ticket_departments_key', ['ticket', 'department'])
    .execute()
  await schema
    .createIndex('ticket_departments_queue')
    .on('ticket_departments')
    .columns(['department', 'settled', 'due', 'filed_at', 'serial'])
    .execute()
  await schema
    .createIndex('ticket_departments_newest')
    .on('ticket_departments')
    .columns(['department', 'filed_at', 'serial'])
    .execute()
}

async function incidentsAndAttachments({ schema }: MigrationDatabase): Promise<void> {
  await schema
    .createTable('incidents')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('subject', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('attachments')
    .addColumn('ticket', 'text', (column) => column.notNull().references('tickets.number'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('attachments_key', ['id', 'ticket'])
    .execute()
}

/**
 * Each ends with what lists are sorted by, so that a page is read off the index and nothing is sorted; those that are read in ranges, and so
 * have to be, hold the number too, so that only keys are sorted.
 */
async function indexes(db: MigrationDatabase): Promise<void> {
  const order = 'filed_at, serial'
  const all: readonly [string, string, string | null][] = [
    ['by_due', `due, ${order}`, `kind = 'ticket'`],
    ['open_by_due', `due, ${order}`, `kind = 'ticket' and settled = 0`],
    ['open_newest', order, `kind = 'ticket' and settled = 0`],
    ['by_state', `state, ${order}`, `kind = 'ticket'`],
    ['by_region', `region, ${order}, number`, null],
    ['by_subject', `subject, ${order}, number`, 'subject is not null'],
    ['by_conversation', `conversation, ${order}`, `kind = 'ticket'`],
    ['by_phone', `phone, ${order}`, 'phone is not null'],
    ['by_email', `email, ${order}`, 'email is not null'],
    ['by_incident', `incident, ${order}`, 'incident is not null'],
    ['supervised', order, 'supervised = 1'],
    ['breached', order, 'breached > 0'],
    ['to_look_at', `look_at, ${order}`, 'look_at is not null'],
  ]
  for (const [name, columns, rows] of all) {
    const some = sql.raw(rows === null ? '' : `where ${rows}`)
    await sql`create index ${sql.id(`tickets_${name}`)} on tickets (${sql.raw(columns)}) ${some}`.execute(db)
  }
}
