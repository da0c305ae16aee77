import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Migration, MigrationDatabase } from './migration.ts'

/** Keys for other systems, the answers that they may ask for twice, what has changed since they last asked, and what they are told by themselves. */
export const departmentsSystems: Migration = {
  version: 4,
  name: "departments' systems",
  async up(db, engine) {
    await keysAndAnswers(db)
    await webhooks(db, engine)
  },
}

async function keysAndAnswers({ schema }: MigrationDatabase): Promise<void> {
  await schema
    .createTable('api_keys')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('department', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .addColumn('last_used_at', 'bigint')
    .execute()
  await schema
    .createTable('given_answers')
    .addColumn('sender', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('began_at', 'bigint', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('body', 'text', (column) => column.notNull().defaultTo(''))
    .addPrimaryKeyConstraint('given_answers_key', ['sender', 'name'])
    .execute()
  await schema.createIndex('given_answers_by_age').on('given_answers').column('began_at').execute()
  await schema.createIndex('ticket_events_by_moment').on('ticket_events').columns(['at', 'ticket']).execute()
}

async function webhooks({ schema }: MigrationDatabase, { sequence }: Pick<Engine, 'sequence'>): Promise<void> {
  await schema
    .createTable('webhooks')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('department', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('secret', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute()
  await schema.createIndex('webhooks_by_department').on('webhooks').column('department').execute()
  await schema
    .createTable('webhook_deliveries')
    .addColumn('sequence', sequence.type, sequence.build)
    .addColumn('endpoint', 'text', (column) => column.notNull().references('webhooks.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('queued_at', 'bigint', (column) => column.notNull())
    .addColumn('next_attempt_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('delivered_at', 'bigint')
    .addColumn('given_up_at', 'bigint')
    .addColumn('error', 'text')
    .execute()
  await schema
    .createIndex('webhook_deliveries_due')
    .on('webhook_deliveries')
    .columns(['next_attempt_at', 'sequence'])
    .where(sql<boolean>`delivered_at is null and given_up_at is null`)
    .execute()
  await schema.createIndex('webhook_deliveries_by_age').on('webhook_deliveries').column('queued_at').execute()
  await schema
    .createIndex('webhook_deliveries_by_endpoint')
    .on('webhook_deliveries')
    .columns(['endpoint', 'sequence'])
    .execute()
}
