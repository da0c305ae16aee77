import { expect, it } from 'vitest'
import { readMoment, writeMoment } from '../../../channels/open311/read-moment.ts'

it.each([
  ['2026-11-23T01:30:00Z', '2026-11-23T01:30:00Z'],
  ['2026-11-23T09:30:00+08:00', '2026-11-23T01:30:00Z'],
  ['2026-11-23T09:30:00 08:00', '2026-11-23T01:30:00Z'],
  ['2026-11-23T09:30:00+0800', '2026-11-23T01:30:00Z'],
  ['2026-11-23T09:30+08:00', '2026-11-23T01:30:00Z'],
  ['2026-11-23T01:30:00.250Z', '2026-11-23T01:30:00Z'],
  ['2026-11-23', '2026-11-23T00:00:00Z'],
])('reads moments as clients write them: %s', (text, moment) => {
  const at = readMoment(text)
  expect(at === null ? null : writeMoment(at)).toBe(moment)
})

it.each(['', 'yesterday', '2026-13-01', '2026-02-30', '23/11/2026', '2026-11-23T09:30:00', '1795397400'])(
  'reads nothing into %j, a moment without its zone among them',
  (text) => expect(readMoment(text)).toBeNull(),
)
