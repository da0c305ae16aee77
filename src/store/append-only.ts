import { sql } from 'kysely'
import type { Executor } from './engine.ts'

const refusal = (table: string) => `Rows of ${table} are only ever added.`

/** SQLite: triggers that undo the statement. */
export async function appendOnlyInFile(db: Executor, table: string): Promise<void> {
  for (const change of ['update', 'delete'] as const)
    await sql`create trigger ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.id(table)}
      begin select raise(abort, ${sql.lit(refusal(table))}); end`.execute(db)
}

/** PostgreSQL: triggers that raise, against emptying the whole table too. */
export async function appendOnlyOnServer(db: Executor, table: string): Promise<void> {
  const refuse = sql.id(`${table}_refuse`)
  await sql`create function ${refuse}() returns trigger language plpgsql as ${sql.lit(
    `begin raise exception '${refusal(table)}'; end`,
  )}`.execute(db)
  await sql`create trigger ${sql.id(`${table}_no_change`)} before update or delete on ${sql.id(table)}
    for each row execute function ${refuse}()`.execute(db)
  await sql`create trigger ${sql.id(`${table}_no_truncate`)} before truncate on ${sql.id(table)}
    for each statement execute function ${refuse}()`.execute(db)
}
