import type { Clock } from './core/clock.ts'
import type { DeskOffice } from './core/desk-office.ts'
import type { Log } from './core/log.ts'
import type { Store } from './core/store.ts'
import { createDeskHours } from './desk/desk-hours.ts'
import { createDeskOffice } from './desk-office.ts'
import type { ProjectData } from './load-data.ts'
import { runRounds, type Rounds } from './run-rounds.ts'

/** Absent operators are looked for so often, milliseconds. */
const round = 10_000

/** The desk over a store, by the project's tables. */
export function openDesk({
  store,
  data: { desk, deadlines },
  clock,
}: {
  store: Store
  data: Pick<ProjectData, 'desk' | 'deadlines'>
  clock: Clock
}): DeskOffice {
  const { timeZone, holidays, off, working } = deadlines.calendar
  const { workingDays: onWorkingDays, daysOff: onDaysOff, special } = desk.hours
  const hours = createDeskHours({ timeZone, holidays, off, working, onWorkingDays, onDaysOff, special })
  return createDeskOffice({ store, clock, timers: desk.timers, hours, timeZone })
}

/** Takes conversations from absent operators again and again. */
export const lookAfterDesk = (desk: Pick<DeskOffice, 'sweep'>, log: Log): Rounds =>
  runRounds({
    async work() {
      const count = await desk.sweep()
      if (count > 0) log('warn', 'conversations taken from absent operators', { count })
    },
    ...{ every: round, log, failed: 'desk not looked after' },
  })
