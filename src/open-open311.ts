import { createOpen311Channel, type Open311Channel } from '../channels/open311/create-open311-channel.ts'
import { createAdmitKey } from './core/admit-key.ts'
import type { Clock } from './core/clock.ts'
import type { Catalogue } from './core/dispatch.ts'
import type { Log } from './core/log.ts'
import type { Region } from './core/region.ts'
import type { Store } from './core/store.ts'
import type { ProjectData } from './load-data.ts'
import { findPersonalData } from './steps/find-personal-data.ts'
import { createFindPlaces } from './steps/find-places.ts'

export interface OpenOpen311Options {
  /** What the interface is called; null: there is none. */
  open311: { jurisdiction: string; contact: string | null } | null
  publicUrl: string | null
  region: Region | null
  store: Pick<Store, 'cases' | 'keys'>
  catalogue: Catalogue
  data: Pick<ProjectData, 'speak' | 'districts' | 'places' | 'placeAliases'>
  clock: Clock
  log: Log
  /** How long a caller waits for a number. */
  patience?: number
}

/** The Open311 interface, where it is wanted: none or one channel. */
export function openOpen311({ open311, store, data, ...rest }: OpenOpen311Options): readonly Open311Channel[] {
  if (open311 === null) return []
  const { clock } = rest
  const { districts, places: elsewhere, placeAliases: aliases, speak } = data
  const findPlaces = createFindPlaces({ regions: () => districts, elsewhere, aliases })
  const channel = createOpen311Channel({
    ...{ ...open311, ...rest, speak },
    cases: store.cases,
    admit: createAdmitKey({ keys: store.keys, clock }),
    mask: (text) => findPersonalData(text).text,
    findRegion(address) {
      const { known } = findPlaces(address)
      return known.length === 1 ? (known[0] ?? null) : null
    },
  })
  return [channel]
}
