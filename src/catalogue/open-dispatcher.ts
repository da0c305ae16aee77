import type { Dispatcher } from '../core/dispatch.ts'
import type { Language } from '../core/language.ts'
import type { Region } from '../core/region.ts'
import type { DispatchData } from '../load-catalogue.ts'
import type { ProjectData } from '../load-data.ts'
import { createFindPlaces } from '../steps/find-places.ts'
import { createDispatcher } from '../tickets/classify/create-dispatcher.ts'
import { judgeUrgency } from '../tickets/classify/judge-urgency.ts'
import { sureFrom } from '../tickets/classify/mixtures.ts'
import { openClassifier, type ClassifierSetting } from './open-classifier.ts'

/** Names of places as loaded with the project's data. */
export type PlaceNames = Pick<ProjectData, 'places' | 'placeAliases'>

export interface DispatcherSetting extends ClassifierSetting {
  data: DispatchData
  places: PlaceNames
}

export interface OpenDispatcher extends Dispatcher {
  /** Learns what is not learned yet, so that the first demand need not wait for it. */
  prepare(languages: readonly Language[]): Promise<void>
}

/** Finds the regions of a catalogue that a text names. */
export function findRegionsOf({ catalogue }: DispatchData, places: PlaceNames): (text: string) => readonly Region[] {
  const regions = catalogue.lines.map(({ region }) => region).filter((region) => region.length > 0)
  const find = createFindPlaces({
    regions: () => regions,
    elsewhere: places.places,
    aliases: places.placeAliases,
  })
  return (text) => find(text).known
}

/** A dispatcher over loaded tables. It learns with the first demand, or before where `prepare` is called. */
export function openDispatcher(setting: DispatcherSetting): OpenDispatcher {
  const { data, places } = setting
  const { classify, prepare } = openClassifier(setting)
  const dispatcher = createDispatcher({
    catalogue: data.catalogue,
    classify,
    judgeUrgency: judgeUrgency(data.urgency),
    findRegions: findRegionsOf(data, places),
    sureFrom,
  })
  return { ...dispatcher, prepare: async (languages) => void (await Promise.all(languages.map(prepare))) }
}
