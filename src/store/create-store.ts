import { resolve } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Store } from '../core/store.ts'
import { backUpFile } from './backups.ts'
import { openEngine } from './dialects.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrate.ts'
import { migrations as ours } from './migrations/list.ts'
import type { Migration } from './migrations/migration.ts'
import { patiently } from './patiently.ts'
import { createSqlStore } from './sql-store.ts'

export interface StoreOptions {
  /** postgres://…, a file's path (relative ones lie in the data folder), ':memory:', or null for the standard file. */
  url: string | null
  dataFolder: string
  clock: Clock
  /** Told the path of the copy that is made before an existing file is migrated. */
  onBackup?: (path: string) => void
  /** Whose midnight ends the days that ticket numbers count; 'Asia/Shanghai' where it is not given. */
  timeZone?: string
  /** How long to wait for a database that is locked or just starting, milliseconds. */
  patience?: number
  /** The schema's history, if not the program's own. */
  migrations?: readonly Migration[]
}

const standardFile = 'civicline.sqlite'
const standardPatience = 3000
/** Everyday queries take milliseconds; a server silent for this long is lost, milliseconds. */
const longestQuery = 30_000

/**
 * Opens the store and brings its schema up to date. Fails with `StoreUnavailable` where the database cannot be reached, and with
 * `NewerSchema` where a later version of the program has used it.
 */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { clock, onBackup, timeZone = 'Asia/Shanghai', patience = standardPatience, migrations = ours } = options
  const engine = openPlace(options, patience)
  const backUp = async (version: number) => {
    if (engine.file === null) return
    const path = await backUpFile(engine.file, version, clock)
    onBackup?.(path)
  }
  try {
    await patiently(engine, patience, () => migrate({ engine, migrations, clock, backUp }))
  } catch (error) {
    await engine.db.destroy()
    throw error
  }
  engine.limitQueries(longestQuery)
  return createSqlStore({ engine, timeZone, patience })
}

function openPlace({ url, dataFolder }: StoreOptions, patience: number): Engine {
  if (url !== null && /^postgres(ql)?:\/\//i.test(url)) return openEngine({ address: url }, patience)
  const scheme = /^(\w[\w+.-]+):\/\//.exec(url ?? '')?.[1]
  if (scheme !== undefined)
    throw new Error(`A database of the kind ${scheme}:// is not known. Give postgres://… or the path of a file.`)
  return openEngine({ path: url === ':memory:' ? url : resolve(dataFolder, url ?? standardFile) }, patience)
}
