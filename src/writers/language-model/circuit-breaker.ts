import type { Clock } from '../../core/clock.ts'

/** Keeps away from a service that keeps failing, so that nobody waits for it in vain. */
export interface CircuitBreaker {
  /** Whether the service may be tried now. After a rest one caller at a time may. */
  mayTry(): boolean
  worked(): void
  /** `restFor`: milliseconds that the service asked to be left alone. */
  failed(restFor: number | null): void
  /** The attempt ended without telling anything: the asker went away. */
  left(): void
}

export interface BreakerRules {
  /** Failures in a row before the service is left alone. */
  failures: number
  /** Milliseconds it is left alone. */
  rest: number
  /** The longest rest that a service may ask for, milliseconds. */
  longestRest: number
}

export const breakerRules: BreakerRules = { failures: 3, rest: 30_000, longestRest: 300_000 }

export function createCircuitBreaker(clock: Clock, rules: BreakerRules = breakerRules): CircuitBreaker {
  let failures = 0
  let restsUntil: number | null = null
  let trying = false
  return {
    mayTry() {
      if (restsUntil === null) return true
      if (trying || clock().getTime() < restsUntil) return false
      trying = true
      return true
    },
    worked() {
      ;[failures, restsUntil, trying] = [0, null, false]
    },
    failed(restFor) {
      failures += 1
      trying = false
      if (failures < rules.failures && restFor === null) return
      restsUntil = clock().getTime() + Math.min(rules.longestRest, Math.max(rules.rest, restFor ?? 0))
    },
    left() {
      trying = false
    },
  }
}
