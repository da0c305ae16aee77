import { describe, expect, it } from 'vitest'
import { createCircuitBreaker } from '../../../src/writers/language-model/circuit-breaker.ts'

const rules = { failures: 2, rest: 1000, longestRest: 5000 }
function open() {
  let now = 0
  const breaker = createCircuitBreaker(() => new Date(now), rules)
  return { breaker, pass: (milliseconds: number) => (now += milliseconds) }
}

describe('the circuit breaker', () => {
  it('lets everybody try until failures come in a row', () => {
    const { breaker } = open()
    breaker.failed(null)
    breaker.worked()
    breaker.failed(null)
    expect(breaker.mayTry()).toBe(true)
    breaker.failed(null)
    expect(breaker.mayTry()).toBe(false)
  })
  it('lets one caller try after the rest, and the others when that worked', () => {
    const { breaker, pass } = open()
    breaker.failed(null)
    breaker.failed(null)
    pass(1000)
    expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, false])
    breaker.worked()
    expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true])
  })
  it('rests again when the trial fails', () => {
    const { breaker, pass } = open()
    breaker.failed(null)
    breaker.failed(null)
    pass(1000)
    expect(breaker.mayTry()).toBe(true)
    breaker.failed(null)
    expect(breaker.mayTry()).toBe(false)
    pass(1000)
    expect(breaker.mayTry()).toBe(true)
  })
  it('lets the next one try when the asker of the trial went away', () => {
    const { breaker, pass } = open()
    breaker.failed(null)
    breaker.failed(null)
    pass(1000)
    breaker.mayTry()
    breaker.left()
    expect(breaker.mayTry()).toBe(true)
  })
  it('rests at once for as long as it is asked to, within bounds', () => {
    const { breaker, pass } = open()
    breaker.failed(3000)
    pass(2999)
    expect(breaker.mayTry()).toBe(false)
    pass(1)
    expect(breaker.mayTry()).toBe(true)
    breaker.failed(3_600_000)
    pass(5000)
    expect(breaker.mayTry()).toBe(true)
  })
})
