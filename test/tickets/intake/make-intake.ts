import type { Intake, IntakeMove, Told } from '../../../src/core/intake.ts'
import { createFindPlaces } from '../../../src/steps/find-places.ts'
import { createIntake } from '../../../src/tickets/intake/create-intake.ts'

const places = [['云汀市'], ['云汀市', '滨江区'], ['云汀市', '云麓区'], ['云汀市', '青禾县']]
const regions = () => places
const aliases = { Yunting: '云汀市', Binjiang: '滨江区', Yunlu: '云麓区' }

/** The rules of the intake over the places of the demonstration city; phrases are said by their ids. */
export const intake = createIntake({
  speak: ({ id }) => id,
  regions,
  aliases,
  findRegions: createFindPlaces({ regions, elsewhere: [], aliases }),
})

/** Monday, 23 November 2026, half past ten in the morning in China. */
export const monday = new Date('2026-11-23T10:30:00+08:00')

export const told = (text: string, given: Partial<Told> = {}): Told => ({
  text,
  at: monday,
  language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
  region: ['云汀市'],
  point: null,
  attachments: [],
  contact: null,
  kinds: null,
  heard: null,
  ...given,
})

/** Says the messages one after the other and gives the last move; throws where the dialogue ends before the last. */
export function converse(first: string, ...more: readonly string[]): IntakeMove {
  return more.reduce<IntakeMove>((move, text) => intake.goOn(asked(move), told(text)), intake.begin(told(first)))
}

/** The intake that a move asks on with; throws where it does not ask. */
export function asked(move: IntakeMove): Intake {
  if (move.kind !== 'ask') throw new Error(`The intake does not ask but does this: ${move.kind}`)
  return move.intake
}
