import { describe, expect, it } from 'vitest'
import { estimateWait } from '../../src/desk/estimate-wait.ts'
import { forOperator, inTurn, isFit, placeOf } from '../../src/desk/queue.ts'
import { makeCase, makeOperator, minutes, monday } from './makers.ts'

const waiting = (number: string, minute: number, change = {}) =>
  makeCase({ number, askedAt: minutes(minute), ...change })
const numbers = (cases: readonly { number: string }[]) => cases.map(({ number }) => number)

describe('the queue', () => {
  it('takes emergencies first, then who asked first, wherever they have been meanwhile', () => {
    const cases = [
      waiting('c', 2),
      waiting('b', 1, { passedOn: ['bo'] }),
      waiting('d', 5, { urgent: true }),
      waiting('e', 0, { state: 'held', operator: 'anna' }),
      waiting('f', 0, { state: 'call-back' }),
    ]
    expect(numbers(inTurn(cases))).toEqual(['d', 'b', 'c'])
    expect(placeOf('c', cases)).toBe(2)
    expect(placeOf('e', cases)).toBeNull()
  })

  it('offers what somebody can do, what is kept for them first and what they gave away last', () => {
    const cases = [
      waiting('given-away', 0, { passedOn: ['anna'] }),
      waiting('english', 1, { needs: { language: 'en', region: null, skill: null } }),
      waiting('first', 2),
      waiting('kept', 3, { reservedFor: { operator: 'anna', until: minutes(10) } }),
      waiting('kept-for-bo', 4, { reservedFor: { operator: 'bo', until: minutes(10) } }),
      waiting('kept-too-long', 5, { reservedFor: { operator: 'bo', until: monday } }),
      waiting('danger', 6, { urgent: true }),
    ]
    const anna = makeOperator({ languages: ['zh'] })
    expect(numbers(forOperator(cases, anna, minutes(7)))).toEqual([
      'danger',
      'kept',
      'first',
      'kept-too-long',
      'given-away',
    ])
  })

  it('knows what somebody is fit for by language, skill and district', () => {
    const needs = (change = {}) => makeCase({ needs: { language: 'zh', region: null, skill: null, ...change } })
    const binjiang = ['云汀市', '滨江区'] as const
    const specialist = makeOperator({ skills: ['tax'], districts: [binjiang] })
    expect(isFit(specialist, needs())).toBe(true)
    expect(isFit(specialist, needs({ skill: 'tax', region: binjiang }))).toBe(true)
    expect(isFit(specialist, needs({ skill: 'health' }))).toBe(false)
    expect(isFit(specialist, needs({ region: ['云汀市', '云麓区'] }))).toBe(false)
    expect(isFit(makeOperator({ languages: ['en'] }), needs())).toBe(false)
  })
})

describe('the wait', () => {
  it('is none where a place is free, and unknown where nobody is there', () => {
    expect(estimateWait({ before: 0, lengths: [], room: 3, held: 2 })).toBe(0)
    expect(estimateWait({ before: 0, lengths: [], room: 0, held: 0 })).toBeNull()
  })

  it('grows with those before and shrinks with the places, by the median of what was measured', () => {
    const ten = [10, 10, 90].map((count) => count * 60_000)
    expect(estimateWait({ before: 0, lengths: ten, room: 1, held: 1 })).toBe(10)
    expect(estimateWait({ before: 3, lengths: ten, room: 1, held: 1 })).toBe(40)
    expect(estimateWait({ before: 3, lengths: ten, room: 4, held: 4 })).toBe(10)
    expect(estimateWait({ before: 0, lengths: [], room: 1, held: 1 })).toBe(8)
  })
})
