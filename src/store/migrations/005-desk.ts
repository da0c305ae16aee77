import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** Conversations that want a person, and what happened to them. */
export const desk: Migration = {
  version: 5,
  name: 'desk',
  async up(db, engine) {
    const { schema } = db
    await schema
      .createTable('desk_cases')
      .addColumn('number', 'text', (column) => column.primaryKey())
      .addColumn('conversation', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('held_for', 'bigint')
      .addColumn('let_go_at', 'bigint')
      .execute()
    // One case of a conversation at a time, whoever asks at the same moment.
    await schema
      .createIndex('desk_cases_open')
      .unique()
      .on('desk_cases')
      .column('conversation')
      .where(sql<boolean>`state <> 'over'`)
      .execute()
    await schema.createIndex('desk_cases_by_letting_go').on('desk_cases').column('let_go_at').execute()
    await schema
      .createTable('desk_events')
      .addColumn('number', 'text', (column) => column.notNull().references('desk_cases.number'))
      .addColumn('sequence', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('actor', 'text')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('desk_events_key', ['number', 'sequence'])
      .execute()
    await engine.appendOnly(db, 'desk_events')
  },
}
