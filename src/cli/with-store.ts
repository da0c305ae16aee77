import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Store } from '../core/store.ts'
import { createStore } from '../store/create-store.ts'

/** Opens the store for one command, and closes it whatever becomes of that. */
export async function withStore<T>(
  { config, clock }: { config: Pick<Config, 'databaseUrl' | 'dataFolder'>; clock: Clock },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await createStore({ url: config.databaseUrl, dataFolder: config.dataFolder, clock })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
