import type { DeskCase, DeskEvent, DeskOperator } from '../../src/core/desk.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Store } from '../../src/core/store.ts'
import { createDeskOffice } from '../../src/desk-office.ts'
import { createDeskHours } from '../../src/desk/desk-hours.ts'
import { openCase } from '../../src/desk/apply-event.ts'
import type { DeskSetting } from '../../src/desk/decide.ts'

/** Monday, 23 November 2026, ten in the morning in China. */
export const monday = new Date('2026-11-23T10:00:00+08:00')
export const minutes = (count: number, from = monday) => new Date(from.getTime() + count * 60_000)

export const setting = (now = monday): DeskSetting => ({
  now,
  timers: { absence: 90_000, reservation: 120_000 },
})

export const asked = (number = '20261123-0001', at = monday): Extract<DeskEvent, { kind: 'asked' }> => ({
  kind: 'asked',
  at,
  by: { role: 'citizen' },
  case: {
    ...{ number, conversation: `conversation-${number}`, reason: 'asked-for', urgent: false },
    needs: { language: 'zh', region: null, skill: null },
  },
})

export const makeCase = (change: Partial<DeskCase> = {}): DeskCase => ({
  ...openCase(asked(change.number, change.askedAt)),
  ...change,
})

export const makeOperator = (change: Partial<DeskOperator> = {}): DeskOperator => ({
  ...{ id: 'anna', languages: [], skills: [], districts: [], most: 3 },
  ...change,
})

/** A desk that is open from eight to eight on working days. */
export const openTestDesk = ({ store, clock }: { store: Store; clock: Clock }) =>
  createDeskOffice({
    ...{ store, clock, timers: setting().timers, timeZone: 'Asia/Shanghai' },
    hours: createDeskHours({
      ...{ timeZone: 'Asia/Shanghai', holidays: 'china', off: [], working: [], special: {} },
      ...{ onWorkingDays: [{ from: 480, to: 1200 }], onDaysOff: [] },
    }),
  })
