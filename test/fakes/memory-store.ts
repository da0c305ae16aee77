import type { Clock } from '../../src/core/clock.ts'
import type { Store } from '../../src/core/store.ts'
import { createStore } from '../../src/store/create-store.ts'

/** An empty store that lives as long as it is open: the real one, in memory. */
export const openTestStore = (clock: Clock = () => new Date('2026-11-23T09:30:00+08:00')): Promise<Store> =>
  createStore({ url: ':memory:', dataFolder: '.', clock })
