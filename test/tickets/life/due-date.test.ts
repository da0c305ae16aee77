import { expect, it } from 'vitest'
import { resumedDue } from '../../../src/tickets/life/due-date.ts'
import { at, newCase, setting } from './makers.ts'

it('lets nothing become late in a pause outside office hours, which moves no working time', () => {
  const paused = { since: at('2026-11-24 17:00'), until: at('2026-11-24 17:58') }
  const ticket = { ...newCase(), term: 'ordinary', due: at('2026-11-24 17:16'), paused } as const
  expect(resumedDue(setting(at('2026-11-24 17:30')), ticket, at('2026-11-24 17:30'))).toEqual(at('2026-11-24 17:30'))
  expect(resumedDue(setting(at('2026-11-25 09:00')), ticket, at('2026-11-25 09:00'))).toEqual(paused.until)
})
