import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TicketCase, TicketEvent } from '../../../src/core/ticket-life.ts'
import { termDuration } from '../../../src/tickets/deadlines.ts'
import { applyEvent, replay } from '../../../src/tickets/life/apply-event.ts'
import { ownerOf } from '../../../src/tickets/life/owner-of.ts'
import { nextLook, sweepCase } from '../../../src/tickets/life/sweep-case.ts'
import { everyEvent } from '../../store/case-makers.ts'
import { lifeSteps, live, type Life, type Moment } from './any-life.ts'
import { calendar, newCase, rules, setting } from './makers.ts'

const over = ['closed', 'withdrawn', 'transferred']
const always = (check: (life: Life) => void, numRuns = 120) =>
  fc.assert(
    fc.property(lifeSteps, (steps) => check(live(steps))),
    { numRuns },
  )

/** Each event with the demand before and after it. */
function* eventsOf({ history }: Life): Generator<{ event: TicketEvent; before: TicketCase; after: TicketCase }> {
  let before = newCase(history[0]?.at)
  for (const event of history.slice(1)) {
    const after = applyEvent(before, event)
    yield { event, before, after }
    before = after
  }
}

describe('whatever is tried with a demand', () => {
  it('reaches every kind of event, so that what follows is about all of them', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(lifeSteps, (steps) => live(steps).history.forEach(({ kind }) => seen.add(kind))),
      { numRuns: 400, seed: 20261123 },
    )
    expect([...seen].toSorted()).toEqual(['filed', ...everyEvent.map(({ kind }) => kind)].toSorted())
  })

  it('is what its history adds up to, and its history only grows, in the order of time', () => {
    always(({ moments, history }) => {
      const { now, after } = moments.at(-1) as Moment
      expect(replay(newCase(history[0]?.at), history)).toEqual(after)
      expect(after.version).toBe(history.length)
      const times = [...history.map(({ at }) => at.getTime()), now.getTime()]
      expect(times).toEqual(times.toSorted((one, other) => one - other))
    })
  })

  it('never gets lost: it has somebody whose turn it is, and a due date or a granted pause', () => {
    always(({ moments }) => {
      for (const { after } of moments) {
        const owner = ownerOf(after, rules)
        expect(owner === null).toBe(over.includes(after.state))
        if (owner?.role === 'department') expect(owner.id).toBe(after.assignment?.lead)
        if (['dispatched', 'in-progress', 'objected'].includes(after.state)) expect(after.assignment).not.toBeNull()
        if (!['filed', 'withdrawn', 'transferred'].includes(after.state)) expect(after.due).not.toBeNull()
        expect(after.objection !== null).toBe(after.state === 'objected')
      }
    })
  })

  it('is always looked at again while anything can still be late', () => {
    always(({ moments }) => {
      for (const { now, after } of moments) {
        const next = nextLook(after, setting(now))
        if (over.includes(after.state)) expect(next).toBeNull()
        else if (next === null) expect(after.escalated.length).toBeGreaterThan(0)
        else expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime())
      }
    })
  })

  it('gets from a second sweep at the same moment nothing that the first has not brought', () => {
    always(({ moments }) => {
      for (const { now, after } of moments) {
        const swept = sweepCase(after, setting(now)).reduce(applyEvent, after)
        expect(sweepCase(swept, setting(now))).toEqual([])
        expect(nextLook(swept, setting(now))?.getTime() ?? Infinity).toBeGreaterThan(now.getTime())
      }
    })
  })

  it('has every objection decided, unless it ends first', () => {
    always((life) => {
      for (const { event, before } of eventsOf(life)) {
        const decides = ['objection-upheld', 'objection-refused', 'objection-lapsed'].includes(event.kind)
        if (decides) expect(before.state).toBe('objected')
        if (event.kind === 'objection-upheld' || event.kind === 'objection-refused')
          expect(['reviewer', 'leader']).toContain(event.by.role)
        const beside = ['supplemented', 'urged', 'supervised', 'joined', 'parted', 'repeated', 'repeat-undone', 'reminded', 'breached']
        // What lapsed stands between its objection and its end, in the same breath.
        const ends = before.objection === null && ['withdrawn', 'transferred'].includes(event.kind)
        if (before.state === 'objected' && !decides && !ends) expect(beside).toContain(event.kind)
      }
    })
  })

  it('comes back from its end only by reopening, or where somebody speaks up whom no call had reached', () => {
    always((life) => {
      for (const { event, before } of eventsOf(life)) {
        if (!over.includes(before.state)) continue
        const late = before.closedAs === 'unreached' ? ['visited'] : []
        expect(['reopened', 'joined', 'parted', 'repeat-undone', 'rated', ...late]).toContain(event.kind)
        if (before.state === 'transferred') expect(event.kind).not.toBe('reopened')
      }
    })
  })

  it('does not bounce more often than it may', () => {
    always((life) => {
      const upheld = life.history.filter(({ kind }) => kind === 'objection-upheld')
      expect(upheld.length).toBeLessThanOrEqual(rules.objection.bounces)
      for (const { event, before } of eventsOf(life))
        if (event.kind === 'dispatched' && before.bounces >= rules.objection.bounces)
          expect(['reviewer', 'leader']).toContain(event.by.role)
    })
  })

  it('is closed only after the citizen was asked about its last reply, as what the citizen said', () => {
    always(({ history }) => {
      let replied = false
      let asked = false
      let said: string | null = null
      for (const event of history) {
        if (event.kind === 'replied') [replied, asked] = [true, false]
        if (event.kind === 'reworked' || event.kind === 'reopened') [replied, asked] = [false, false]
        if (event.kind === 'reopened') said = 'no'
        if (event.kind === 'visited') {
          expect(['citizen', 'operator']).toContain(event.by.role)
          asked = true
          // A "no" is taken back by the citizen alone, or by the answer to another reply.
          if (said === 'no' && event.visit.solved === 'yes' && !replied) expect(event.by.role).toBe('citizen')
          if (event.visit.solved !== 'unreached') [said, replied] = [event.visit.solved, false]
        }
        if (event.kind !== 'closed') continue
        expect(event.by.role).not.toBe('department')
        expect(asked).toBe(true)
        if (event.as !== 'unreached')
          expect(event.as).toBe({ yes: 'solved', partly: 'partly', no: 'unsolved' }[said ?? ''])
        if (event.as === 'unsolved') expect(['reviewer', 'leader']).toContain(event.by.role)
      }
    })
  })

  it('is reworked at once after "no", or waits for a reviewer', () => {
    always((life) => {
      for (const { before, after, event } of eventsOf(life)) {
        if (event.kind !== 'reworked') continue
        expect(before.state).toBe('visited')
        expect(after.due?.getTime()).toBeGreaterThan(event.at.getTime())
      }
      for (const { after } of life.moments)
        if (after.state === 'visited' && after.visit?.solved === 'no')
          expect(after.reworks).toBeGreaterThanOrEqual(rules.rework.most)
    })
  })

  it('has its clock stopped only where that was granted, and for no longer', () => {
    always((life) => {
      for (const { event, before, after } of eventsOf(life)) {
        // Nobody else's clock stands still, and none in what waits for the citizen.
        if (after.paused !== null) expect(['dispatched', 'in-progress']).toContain(after.state)
        if (event.kind === 'dispatched') expect([before.paused, after.asked]).toEqual([null, null])
        if (event.kind === 'paused') {
          expect(['reviewer', 'leader']).toContain(event.by.role)
          expect(before.asked?.kind).toBe('pause')
          expect(event.until.getTime()).toBeLessThanOrEqual(before.asked?.until.getTime() ?? 0)
        }
        if (after.paused !== null && before.paused === null) expect(event.kind).toBe('paused')
        if (event.kind !== 'resumed') continue
        const { paused, due } = before as TicketCase & { paused: { since: Date; until: Date }; due: Date }
        const until = event.at < paused.until ? event.at : paused.until
        const byClock = ['hours', 'minutes'].includes(
          termDuration(rules, before.term ?? 'ordinary', before.subject).unit,
        )
        const moved = byClock ? event.due.getTime() - due.getTime() : calendar.openBetween(due, event.due)
        const stopped = byClock ? until.getTime() - paused.since.getTime() : calendar.openBetween(paused.since, until)
        expect(moved).toBe(stopped)
      }
    })
  })

  it('has its due date moved only by a pause, an extension, another class, another try or reopening', () => {
    const movers = ['accepted', 'reclassified', 'resumed', 'extended', 'reworked', 'reopened']
    always((life) => {
      for (const { event, before, after } of eventsOf(life))
        if (before.due?.getTime() !== after.due?.getTime()) expect(movers).toContain(event.kind)
      const extended = life.history.filter(({ kind }) => kind === 'extended')
      expect(extended.length).toBeLessThanOrEqual(rules.extension.most)
      for (const { by } of extended) expect(['reviewer', 'leader']).toContain(by.role)
    })
  })

  it('is recorded as late where a reply comes late', () => {
    always((life) => {
      for (const { event, before } of eventsOf(life))
        if (event.kind === 'replied' && before.due !== null && event.at > before.due)
          expect(life.history).toContainEqual(
            expect.objectContaining({ kind: 'breached', of: 'reply', due: before.due }),
          )
    })
  })
})
