import { setTimeout as pause } from 'node:timers/promises'
import { StoreUnavailable } from '../core/store-unavailable.ts'
import type { Engine } from './engine.ts'

const pauseBetweenTries = 50

/** The error to throw for one that came from a query: `StoreUnavailable` where the database's surroundings are the cause. */
export function named(engine: Engine, error: unknown): unknown {
  const fault = error instanceof StoreUnavailable ? null : engine.explain(error)
  return fault === null ? error : new StoreUnavailable(fault.reason, fault.message, { cause: error })
}

/**
 * Does the work again while the database says that nothing of it was done and that waiting may help, for about `patience` milliseconds.
 * Other failures of the database are named at once.
 */
export async function patiently<T>(engine: Engine, patience: number, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const late = performance.now() - began >= patience
      if (late || engine.explain(error)?.mayTryAgain !== true) throw named(engine, error)
      await pause(pauseBetweenTries)
    }
  }
}
