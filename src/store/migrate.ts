import type { Kysely } from 'kysely'
import type { Clock } from '../core/clock.ts'
import type { Engine } from './engine.ts'
import type { Migration } from './migrations/migration.ts'
import type { Tables } from './tables.ts'

/** The schema's own history stands in a table that no migration changes. */
const withVersions = (db: Kysely<Tables>) =>
  db.withTables<{ schema_versions: { version: number; name: string; migrated_at: number } }>()

export interface MigrateOptions {
  engine: Engine
  migrations: readonly Migration[]
  clock: Clock
  /** Called before an existing database is changed, while nobody else can change it. */
  backUp: (version: number) => Promise<void>
}

/** Version of the schema; 0 where no migration was done. */
async function versionOf(db: Kysely<Tables>): Promise<number> {
  const { version } = await withVersions(db)
    .selectFrom('schema_versions')
    .select((expression) => expression.fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  return version ?? 0
}

const createVersions = (db: Kysely<Tables>) =>
  db.schema
    .createTable('schema_versions')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('migrated_at', 'bigint', (column) => column.notNull())
    .execute()

/**
 * Brings the schema forward to the last migration, all of the way or not at all, in one process at a time. A schema newer than the last
 * migration is an error and stays as it is.
 */
export async function migrate({ engine, migrations, clock, backUp }: MigrateOptions): Promise<void> {
  const newest = Math.max(0, ...migrations.map(({ version }) => version))
  const found = (await engine.hasTable('schema_versions')) ? await versionOf(engine.db) : 0
  if (found > newest) throw new NewerSchema(found, newest)
  if (found === newest) return
  await engine.inMigration(async (transaction) => {
    await createVersions(transaction)
    const current = await versionOf(transaction)
    if (current > newest) throw new NewerSchema(current, newest)
    if (current > 0 && current < newest) await backUp(current)
    for (const { version, name, up } of migrations.filter((migration) => migration.version > current)) {
      await up(transaction, engine)
      await withVersions(transaction)
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
