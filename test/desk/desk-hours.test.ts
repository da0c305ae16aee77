import { describe, expect, it } from 'vitest'
import { createDeskHours } from '../../src/desk/desk-hours.ts'

const hours = createDeskHours({
  ...{ timeZone: 'Asia/Shanghai', holidays: 'china', off: [], working: [] },
  onWorkingDays: [
    { from: 8 * 60, to: 12 * 60 },
    { from: 13 * 60, to: 20 * 60 },
  ],
  onDaysOff: [{ from: 9 * 60, to: 17 * 60 }],
  special: { '2026-12-31': [], '2027-01-01': [{ from: 600, to: 720 }] },
})
const at = (text: string) => new Date(`${text}+08:00`)

describe('the hours of the desk', () => {
  it('have several blocks a day, and others on days off', () => {
    expect(hours.isOpen(at('2026-11-23T08:00'))).toBe(true)
    expect(hours.isOpen(at('2026-11-23T12:30'))).toBe(false)
    expect(hours.opensAt(at('2026-11-23T12:30'))).toEqual(at('2026-11-23T13:00'))
    expect(hours.opensAt(at('2026-11-23T21:00'))).toEqual(at('2026-11-24T08:00'))
    expect(hours.isOpen(at('2026-11-22T08:30'))).toBe(false)
    expect(hours.opensAt(at('2026-11-21T08:30'))).toEqual(at('2026-11-21T09:00'))
    expect(hours.closesAt(at('2026-11-23T09:00'))).toEqual(at('2026-11-23T12:00'))
    expect(hours.closesAt(at('2026-11-23T12:30'))).toBeNull()
  })

  it('follow holidays and the working days that were moved for them', () => {
    // National Day 2026: Thursday, 1 October, off; Saturday, 10 October, worked.
    expect(hours.isOpen(at('2026-10-01T08:30'))).toBe(false)
    expect(hours.isOpen(at('2026-10-10T08:30'))).toBe(true)
  })

  it('are different on days that were named', () => {
    expect(hours.opensAt(at('2026-12-31T09:00'))).toEqual(at('2027-01-01T10:00'))
    expect(hours.closesAt(at('2027-01-01T11:00'))).toEqual(at('2027-01-01T12:00'))
  })

  it('go on over midnight, and may never end or never begin', () => {
    const around = { timeZone: 'Asia/Shanghai', holidays: 'own', off: [], working: [], special: {} } as const
    const day = [{ from: 0, to: 1440 }]
    const always = createDeskHours({ ...around, onWorkingDays: day, onDaysOff: day })
    expect(always.isOpen(at('2026-11-23T00:00'))).toBe(true)
    expect(always.closesAt(at('2026-11-23T09:00'))).toBeNull()
    const week = createDeskHours({ ...around, onWorkingDays: day, onDaysOff: [] })
    expect(week.closesAt(at('2026-11-23T09:00'))).toEqual(at('2026-11-28T00:00'))
    const never = createDeskHours({ ...around, onWorkingDays: [], onDaysOff: [] })
    expect(never.opensAt(at('2026-11-23T09:00'))).toBeNull()
  })
})
