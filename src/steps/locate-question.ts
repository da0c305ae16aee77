import type { Region } from '../core/region.ts'
import type { Step } from '../core/step.ts'
import type { FindPlaces } from './find-places.ts'

/** The names that two paths share from the outside in; null where they share none. */
function common(a: Region, b: Region): Region | null {
  const end = a.findIndex((name, index) => name !== b[index])
  const shared = end < 0 ? a : a.slice(0, end)
  return shared.length > 0 ? shared : null
}

/** Chooses among regions of the same name the one that lies in the place already known. */
function choose(found: readonly Region[], known: Region | null): Region | null {
  const near = known === null ? [] : found.filter((region) => region[0] === known[0])
  const pool = near.length > 0 ? near : found
  return pool.reduce<Region | null>(
    (shared, region, index) => (index === 0 ? region : shared && common(shared, region)),
    null,
  )
}

/** Takes the place that the message names as the place it asks about; a place no document is for counts as well. */
export function locateQuestion({ findPlaces }: { findPlaces: FindPlaces }): Step {
  return {
    name: 'locate-question',
    async run(turn) {
      const { known, foreign } = findPlaces(turn.message.text)
      if (known.length > 0) return { ...turn, region: choose(known, turn.region) }
      return foreign === null ? turn : { ...turn, region: [foreign] }
    },
  }
}
