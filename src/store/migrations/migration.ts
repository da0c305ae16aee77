import type { Kysely } from 'kysely'
import type { Engine } from '../engine.ts'

/** Schema statements and plain SQL (`sql`…`.execute(db)`): the tables' types are those of the newest version, not of this one. */
export type MigrationDatabase = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>

/**
 * One step forward of the schema. It stands for itself and imports nothing that later versions change. Once released it is never
 * edited: the next change is the next file.
 */
export interface Migration {
  version: number
  name: string
  up(
    db: MigrationDatabase,
    engine: Pick<Engine, 'sequence' | 'words' | 'bytewise' | 'bytes' | 'appendOnly'>,
  ): Promise<void>
}
