import type { Kysely } from 'kysely'
import type { Clock } from '../core/clock.ts'
import type { Engine } from './engine.ts'
import type { Migration } from './migrations/migration.ts'
import type { Tables } from './tables.ts'

/** What the program keeps of itself in the database, apart from the tables of the store. */
interface WithVersions extends Tables {
  schema_versions: { version: number; name: string; migrated_at: number }
}

export interface MigrateOptions {
  engine: Engine
  migrations: readonly Migration[]
  clock: Clock
  /** Called before an existing database is changed. */
  backUp: (version: number) => Promise<void>
}

const versionOf = async (db: Kysely<WithVersions>): Promise<number> => {
  const { version } = await db
    .selectFrom('schema_versions')
    .select((expression) => expression.fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  return version ?? 0
}

/** Version of the schema; 0 for a database without one. */
async function schemaVersion(db: Kysely<WithVersions>): Promise<number> {
  const tables = await db.introspection.getTables()
  return tables.some(({ name }) => name === 'schema_versions') ? versionOf(db) : 0
}

/**
 * Brings the schema forward to the last migration, all of the way or not at all, in one process at a time. A schema newer than the last
 * migration is an error and stays as it is.
 */
export async function migrate({ engine, migrations, clock, backUp }: MigrateOptions): Promise<void> {
  const db = engine.db.withTables<Pick<WithVersions, 'schema_versions'>>()
  const newest = Math.max(0, ...migrations.map(({ version }) => version))
  const found = await schemaVersion(db)
  if (found > newest) throw new NewerSchema(found, newest)
  if (found === newest) return
  if (found > 0) await backUp(found)
  await db.transaction().execute(async (transaction) => {
    await engine.lockForMigration(transaction)
    await transaction.schema
      .createTable('schema_versions')
      .ifNotExists()
      .addColumn('version', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('migrated_at', 'bigint', (column) => column.notNull())
      .execute()
    const current = await versionOf(transaction)
    if (current > newest) throw new NewerSchema(current, newest)
    for (const { version, name, up } of migrations.filter((migration) => migration.version > current)) {
      await up(transaction, engine)
      await transaction
        .insertInto('schema_versions')
        .values({ version, name, migrated_at: clock().getTime() })
        .execute()
    }
  })
}

/** The database was used by a later version of the program, which this one must not touch. */
export class NewerSchema extends Error {
  override name = 'NewerSchema'

  constructor(found: number, known: number) {
    super(
      `The database has schema version ${found}, and this program knows only ${known}. ` +
        'Start a newer version of the program, or restore the backup made before the upgrade. Nothing was changed.',
    )
  }
}
