import { sql } from 'kysely'
import type { Migration } from './migration.ts'

/** The content is the last column: rows are read without it. */
export const files: Migration = {
  version: 3,
  name: 'files',
  async up(db, engine) {
    await db.schema
      .createTable('files')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('owner_kind', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('point', 'text', (column) => column.notNull())
      .addColumn('stored_at', 'bigint', (column) => column.notNull())
      .addColumn('claimed', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('content', engine.bytes, (column) => column.notNull())
      .execute()
    for (const [name, column] of [
      ['files_unclaimed_by_owner', 'owner'],
      ['files_unclaimed_by_age', 'stored_at'],
    ] as const)
      await db.schema
        .createIndex(name)
        .on('files')
        .column(column)
        .where(sql<boolean>`claimed = 0`)
        .execute()
  },
}
