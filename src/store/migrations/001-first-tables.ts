import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Migration, MigrationDatabase } from './migration.ts'

export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  async up(db, engine) {
    await conversations(db, engine)
    await exchanges(db, engine)
    await tickets(db)
    await outbox(db, engine)
    await feedback(db)
  },
}

type ColumnKinds = Pick<Engine, 'sequence'>

async function conversations({ schema }: MigrationDatabase, { sequence }: ColumnKinds): Promise<void> {
  await schema
    .createTable('conversations')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('holder', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('replied_at', 'bigint')
    .execute()
  await schema
    .createTable('messages')
    .addColumn('sequence', sequence.type, sequence.build)
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('media', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('spoken', 'integer', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addUniqueConstraint('messages_key', ['conversation', 'id'])
    .execute()
  await schema.createIndex('messages_in_order').on('messages').columns(['conversation', 'sequence']).execute()
  await schema
    .createIndex('messages_unsettled')
    .on('messages')
    .column('sequence')
    .where(sql<boolean>`settled_at is null`)
    .execute()
}

async function exchanges({ schema }: MigrationDatabase, { sequence }: ColumnKinds): Promise<void> {
  await schema
    .createTable('exchanges')
    .addColumn('sequence', sequence.type, sequence.build)
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('found', 'text', (column) => column.notNull())
    .addColumn('writer', 'text', (column) => column.notNull())
    .addColumn('knowledge_version', 'text', (column) => column.notNull())
    .addColumn('trace', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addUniqueConstraint('exchanges_key', ['conversation', 'message'])
    .addForeignKeyConstraint(
      'exchanges_message',
      ['conversation', 'message'],
      'messages',
      ['conversation', 'id'],
      (reference) => reference.onDelete('cascade'),
    )
    .execute()
  await schema.createIndex('exchanges_in_order').on('exchanges').columns(['conversation', 'sequence']).execute()
  await schema
    .createTable('passages')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
}

/** Tickets outlive their conversations, so they do not refer to them. */
async function tickets({ schema }: MigrationDatabase): Promise<void> {
  await schema
    .createTable('ticket_days')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('last', 'integer', (column) => column.notNull())
    .execute()
  await schema
    .createTable('tickets')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('serial', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('filed_at', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addUniqueConstraint('tickets_serial', ['day', 'serial'])
    .execute()
  await schema.createIndex('tickets_newest').on('tickets').columns(['filed_at', 'serial']).execute()
}

async function outbox({ schema }: MigrationDatabase, { sequence }: ColumnKinds): Promise<void> {
  await schema
    .createTable('outbox')
    .addColumn('sequence', sequence.type, sequence.build)
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversations.id').onDelete('cascade'))
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('reply', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('delivered_at', 'bigint')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .execute()
  await schema.createIndex('outbox_in_order').on('outbox').columns(['conversation', 'sequence']).execute()
  await schema
    .createIndex('outbox_undelivered')
    .on('outbox')
    .column('sequence')
    .where(sql<boolean>`delivered_at is null`)
    .execute()
}

async function feedback({ schema }: MigrationDatabase): Promise<void> {
  await schema
    .createTable('feedback')
    .addColumn('conversation', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('rating', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('comment', 'text')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['conversation', 'message'])
    .addForeignKeyConstraint(
      'feedback_message',
      ['conversation', 'message'],
      'messages',
      ['conversation', 'id'],
      (reference) => reference.onDelete('cascade'),
    )
    .execute()
  await schema.createIndex('feedback_newest').on('feedback').column('at').execute()
}
