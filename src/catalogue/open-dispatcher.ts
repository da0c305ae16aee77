import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Dispatcher } from '../core/dispatch.ts'
import { languages, type Language } from '../core/language.ts'
import type { DispatchData } from '../load-catalogue.ts'
import type { ProjectData } from '../load-data.ts'
import type { Embedders } from '../retrieval/embedder.ts'
import { normalizeForModel } from '../retrieval/normalize.ts'
import { termsOf } from '../retrieval/terms.ts'
import { createFindPlaces } from '../steps/find-places.ts'
import { createClassifier } from '../tickets/classify/create-classifier.ts'
import { createDispatcher } from '../tickets/classify/create-dispatcher.ts'
import { judgeUrgency } from '../tickets/classify/judge-urgency.ts'
import { mixtures, sureFrom } from '../tickets/classify/mixtures.ts'
import { rememberModel } from './remember-model.ts'

export interface DispatcherSetting {
  data: DispatchData
  places: Pick<ProjectData, 'places' | 'placeAliases'>
  embedders: Embedders
  /** What was learned is kept in a folder of its own there. */
  dataFolder: string
  /** Another threshold than the standard one, for measurements. */
  sureFrom?: number
}

export interface OpenDispatcher extends Dispatcher {
  /** Learns what is not learned yet, so that the first demand need not wait for it. */
  prepare(languages: readonly Language[]): Promise<void>
}

/** A dispatcher over loaded tables. It learns with the first demand, or before where `prepare` is called. */
export function openDispatcher({ data, places, embedders, dataFolder, ...rest }: DispatcherSetting): OpenDispatcher {
  const { catalogue } = data
  const remember = rememberModel(join(dataFolder, 'dispatch'))
  const classifier = createClassifier(
    {
      subjects: catalogue.subjects,
      examples: data.examples,
      embed: (text, language, signal) => embedders[language].embed(normalizeForModel(text), signal),
      termsOf,
      remember: (language, texts, fit) => {
        const hash = createHash('sha256')
          .update(`${embedders[language].name}\n${JSON.stringify(texts)}`)
          .digest('hex')
        return remember(language, hash.slice(0, 16), fit)
      },
    },
    mixtures,
  )
  const regions = catalogue.lines.map(({ region }) => region).filter((region) => region.length > 0)
  const findPlaces = createFindPlaces({
    regions: () => regions,
    elsewhere: places.places,
    aliases: places.placeAliases,
  })
  const dispatcher = createDispatcher({
    catalogue,
    classify: classifier.classify,
    judgeUrgency: judgeUrgency(data.urgency),
    findRegions: (text) => findPlaces(text).known,
    sureFrom: rest.sureFrom ?? sureFrom,
  })
  return {
    ...dispatcher,
    prepare: async (wanted) =>
      void (await Promise.all(languages.filter((language) => wanted.includes(language)).map(classifier.prepare))),
  }
}
