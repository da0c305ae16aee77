import { describe, expect, it } from 'vitest'
import { nextLook } from '../../../src/tickets/life/sweep-case.ts'
import {
  at,
  beginAt,
  commands as c,
  department,
  reviewer,
  setting,
  shown,
  sweepAt,
  tell,
  type Story,
} from './makers.ts'

const working = tell([c.accept, c.dispatch, c.take])
const brought = (story: Story, moment: string) =>
  sweepAt(story, moment).brought.map((event) =>
    event.kind === 'breached'
      ? `${event.of} late ${event.level}`
      : event.kind === 'reminded'
        ? `${event.of} soon`
        : event.kind,
  )
const next = (story: Story) => shown(nextLook(story.case, setting(story.now)))

describe('time', () => {
  it('brings nothing to a demand that is early', () => {
    expect(brought(working, '2026-11-25 09:00')).toEqual([])
    expect(next(working)).toBe('2026-11-27 17:00')
  })

  it('brings one reminder a working day before a reply is due', () => {
    const reminded = sweepAt(working, '2026-11-28 08:00')
    expect(reminded.brought).toMatchObject([{ kind: 'reminded', of: 'reply', by: { role: 'clock' } }])
    expect(brought(reminded, '2026-11-28 08:00')).toEqual([])
    expect(brought(reminded, '2026-11-30 16:00')).toEqual([])
    expect(next(reminded)).toBe('2026-11-30 17:00')
  })

  it('brings a breach with a level that rises while no reply comes', () => {
    let story: Story = sweepAt(working, '2026-11-28 08:00')
    const levels = [
      '2026-11-30 17:00',
      '2026-11-30 17:00',
      '2026-12-01 16:59',
      '2026-12-01 17:00',
      '2026-12-03 18:00',
      '2026-12-30 09:00',
    ]
    const found = levels.map((moment) => {
      const swept = sweepAt(story, moment)
      story = swept
      return swept.brought.map((event) => (event.kind === 'breached' ? event.level : event.kind)).join()
    })
    expect(found).toEqual(['1', '', '', '2', '3', ''])
    expect(story.case).toMatchObject({ breached: 3, state: 'in-progress' })
    expect(next(story)).toBeNull()
  })

  it('raises only the highest level where nobody looked for days', () => {
    expect(brought(working, '2026-12-20 09:00')).toEqual(['reply late 3'])
  })

  it('reminds of danger half an hour before, at night too', () => {
    const danger = tell([c.acceptDanger, c.dispatch], beginAt('2026-11-28 23:00'))
    expect(next(danger)).toBe('2026-11-29 00:30')
    expect(brought(danger, '2026-11-29 00:30')).toEqual(['reply soon'])
    expect(brought(danger, '2026-11-29 01:00')).toEqual(['reply late 1'])
    expect(brought(danger, '2026-11-29 03:00')).toEqual(['reply late 3'])
  })

  it('runs on while an objection is reviewed, and tells when the review is late', () => {
    const objected = tell([c.accept, c.dispatch, c.object])
    expect(next(objected)).toBe('2026-11-24 17:00')
    const late = sweepAt(objected, '2026-11-24 17:00')
    expect(late.brought).toMatchObject([{ kind: 'breached', of: 'review', level: 1 }])
    expect(late.case.breached).toBe(0)
    expect(brought(late, '2026-11-30 17:00')).toEqual(['reply late 1', 'review late 2'])
  })

  it('stands still in a granted pause and runs from its end on', () => {
    const ask = { kind: 'ask-pause', by: department(), reason: '等鉴定', until: at('2026-12-14 10:00') } as const
    const paused = tell([ask, { kind: 'approve', by: reviewer, until: null }], working)
    expect(brought(paused, '2026-12-10 09:00')).toEqual([])
    expect(next(paused)).toBe('2026-12-14 10:00')
    const resumed = sweepAt(paused, '2026-12-14 10:00')
    expect(resumed.brought).toMatchObject([{ kind: 'resumed', due: at('2026-12-21 17:00') }])
    expect(brought(resumed, '2026-12-14 10:00')).toEqual([])
    const late = sweepAt(paused, '2026-12-22 09:00').brought
    expect(late).toMatchObject([
      { kind: 'resumed', due: at('2026-12-21 17:00') },
      { kind: 'breached', of: 'reply', due: at('2026-12-21 17:00'), level: 1 },
    ])
  })

  it('tells when nobody takes a demand in, and when nobody asks the citizen', () => {
    expect(brought(beginAt('2026-11-23 10:00'), '2026-11-23 12:00')).toEqual(['acceptance late 1'])
    const replied = tell([c.reply], working)
    expect(next(replied)).toBe('2026-11-26 17:00')
    expect(brought(replied, '2026-11-26 17:00')).toEqual(['visit late 1'])
    expect(brought(replied, '2026-12-20 17:00')).toEqual(['visit late 2'])
  })

  it('begins again with a new due date', () => {
    const late = sweepAt(working, '2026-11-30 17:00')
    const again = tell([c.reply, c.no], late)
    expect(shown(again.case.due)).toBe('2026-12-07 17:00')
    expect(next(again)).toBe('2026-12-04 17:00')
    expect(brought(again, '2026-12-07 17:00')).toEqual(['reply late 1'])
  })

  it('brings nothing to what is over', () => {
    const closed = tell([c.reply, c.yes], working)
    expect(brought(closed, '2027-11-30 17:00')).toEqual([])
    expect(next(closed)).toBeNull()
  })
})
