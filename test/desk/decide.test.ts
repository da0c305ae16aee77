import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskActor, DeskCase, DeskCommand } from '../../src/core/desk.ts'
import { applyEvent } from '../../src/desk/apply-event.ts'
import { broughtByTime, decideDesk } from '../../src/desk/decide.ts'
import { makeCase, minutes, monday, setting } from './makers.ts'

const anna: DeskActor = { role: 'operator', id: 'anna' }
const bo: DeskActor = { role: 'operator', id: 'bo' }
const chief: DeskActor = { role: 'supervisor', id: 'chief' }
const citizen: DeskActor = { role: 'citizen' }

/** Does a command and gives the case after it; throws where it is refused. */
function after(one: DeskCase, command: DeskCommand, at = monday): DeskCase {
  const decision = decideDesk(command, one, setting(at))
  if (decision.kind === 'refused') throw new Error(decision.why.id)
  return decision.now
}
const refusal = (one: DeskCase, command: DeskCommand, at = monday) => {
  const decision = decideDesk(command, one, setting(at))
  return decision.kind === 'refused' ? decision.why.id : null
}
const take = (by: DeskActor, operator: string): DeskCommand => ({ kind: 'take', by, operator })
const pass = (by: DeskActor, to: string | null = null): DeskCommand => ({ kind: 'pass', by, to, skill: null, note: '' })
const end = (by: DeskActor): DeskCommand => ({ kind: 'end', by, outcome: 'answered', note: '' })
const held = after(makeCase(), take(anna, 'anna'))

describe('a conversation at the desk', () => {
  it('is taken by one operator, and by no second', () => {
    expect(held).toMatchObject({ state: 'held', operator: 'anna', heldUntil: minutes(1.5) })
    expect(refusal(held, take(bo, 'bo'))).toBe('desk.refused.taken')
    expect(refusal(makeCase(), take(bo, 'anna'))).toBe('desk.refused.not-yours')
    expect(refusal(makeCase(), take(citizen, 'anna'))).toBe('desk.refused.not-yours')
  })

  it('is taken by a click that was sent twice as by one', () => {
    expect(after(held, take(anna, 'anna'), minutes(1))).toMatchObject({ operator: 'anna', heldUntil: minutes(2.5) })
  })

  it('is given to somebody else by a supervisor only', () => {
    expect(after(held, take(chief, 'bo'))).toMatchObject({ operator: 'bo' })
  })

  it('goes back into the queue, in its old turn, from an operator who gives no sign of life', () => {
    const kept = after(held, { kind: 'keep', by: anna }, minutes(1))
    expect(broughtByTime(kept, setting(minutes(2)))).toEqual([])
    const [lapse] = broughtByTime(kept, setting(minutes(3)))
    if (lapse === undefined) throw new Error('It is still held.')
    const lost = applyEvent(kept, lapse)
    expect(lost).toMatchObject({ state: 'waiting', operator: null, askedAt: monday, passedOn: ['anna'] })
    expect(refusal(kept, { kind: 'keep', by: anna }, minutes(3))).toBe('desk.refused.not-yours')
    expect(after(kept, take(bo, 'bo'), minutes(3))).toMatchObject({ operator: 'bo' })
  })

  it('is passed to a person, for whom it is kept a while, or to whoever has a skill', () => {
    const passed = after(held, pass(anna, 'bo'))
    expect(passed).toMatchObject({ state: 'waiting', reservedFor: { operator: 'bo', until: minutes(2) } })
    expect(refusal(passed, take({ role: 'operator', id: 'cai' }, 'cai'))).toBe('desk.refused.reserved')
    expect(after(passed, take({ role: 'operator', id: 'cai' }, 'cai'), minutes(2))).toMatchObject({ operator: 'cai' })
    expect(after(passed, take(bo, 'bo'))).toMatchObject({ operator: 'bo', reservedFor: null })
    const skilled = after(held, { kind: 'pass', by: anna, to: null, skill: 'tax', note: '' })
    expect(skilled).toMatchObject({ needs: { skill: 'tax' }, reservedFor: null })
    expect(refusal(held, pass(bo))).toBe('desk.refused.not-yours')
    expect(refusal(held, pass(anna, 'anna'))).toBe('desk.refused.same')
  })

  it('is rung back on the wish of the citizen, as long as nobody talks with them', () => {
    const callBack = { phone: '13900000000', from: null }
    const wished = after(makeCase(), { kind: 'ask-call-back', by: citizen, callBack })
    expect(wished).toMatchObject({ state: 'call-back', callBack })
    expect(after(wished, take(anna, 'anna'))).toMatchObject({ state: 'held', callBack })
    expect(refusal(held, { kind: 'ask-call-back', by: citizen, callBack })).toBe('desk.refused.talking')
  })

  it('ends by whoever holds it or by the citizen, and stays over', () => {
    const over = after(held, end(anna))
    expect(over).toMatchObject({ state: 'over', outcome: 'answered', operator: null })
    expect(after(makeCase(), end(citizen))).toMatchObject({ state: 'over' })
    expect(refusal(held, end(bo))).toBe('desk.refused.not-yours')
    for (const command of [take(anna, 'anna'), pass(chief), end(citizen), { kind: 'raise', by: chief } as const])
      expect(refusal(over, command)).toBe('desk.refused.over')
  })
})

const actors = fc.constantFrom(anna, bo, chief, citizen, { role: 'system' } as const)
const people = fc.constantFrom('anna', 'bo', 'cai')
const commands: fc.Arbitrary<DeskCommand> = fc.oneof(
  fc.record({ kind: fc.constant('take' as const), by: actors, operator: people }),
  fc.record({ kind: fc.constant('keep' as const), by: actors }),
  fc.record({
    ...{ kind: fc.constant('pass' as const), by: actors, note: fc.constant('') },
    to: fc.option(people),
    skill: fc.option(fc.constant('tax')),
  }),
  fc.record({
    ...{ kind: fc.constant('ask-call-back' as const), by: actors },
    callBack: fc.constant({ phone: '1', from: null }),
  }),
  fc.record({ kind: fc.constant('raise' as const), by: actors }),
  fc.record({
    kind: fc.constant('end' as const),
    by: actors,
    outcome: fc.constant('answered' as const),
    note: fc.constant(''),
  }),
)

describe('any sequence of commands', () => {
  it('loses no conversation, gives none to two, and changes nothing that is over', () => {
    const steps = fc.array(fc.tuple(commands, fc.integer({ min: 0, max: 200_000 })), { maxLength: 30 })
    fc.assert(
      fc.property(steps, (said) => {
        let [one, now] = [makeCase(), monday]
        for (const [command, pause] of said) {
          now = new Date(now.getTime() + pause)
          const before = one
          const decision = decideDesk(command, one, setting(now))
          if (decision.kind === 'refused') continue
          one = decision.now
          expect(decision.events.reduce(applyEvent, before)).toEqual(one)
          expect(one.state === 'held').toBe(one.operator !== null && one.heldUntil !== null)
          expect(one.state === 'over').toBe(one.outcome !== null)
          expect(one.askedAt).toEqual(monday)
          if (before.state === 'over') expect(one).toEqual(before)
          // Only a supervisor takes from somebody whose time is not over.
          const stillHeld = before.state === 'held' && before.heldUntil !== null && before.heldUntil > now
          if (stillHeld && one.operator !== null && one.operator !== before.operator)
            expect(['supervisor', 'system']).toContain(command.by.role)
        }
      }),
      { numRuns: 300 },
    )
  })
})
