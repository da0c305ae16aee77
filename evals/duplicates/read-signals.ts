import { join } from 'node:path'
import { sensesOf } from '../../src/catalogue/open-classifier.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { projectFolder } from '../../src/load-data.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { learnRarity } from '../../src/tickets/duplicates/compare-words.ts'
import { gatherSignals, type Signals } from '../../src/tickets/duplicates/gather-signals.ts'
import { comparedDemand, readPairs, type DuplicateCase } from './duplicate-case.ts'

export interface SeenPair {
  case: DuplicateCase
  signals: Signals
}

/** The signals of every pair, with the models and examples that come with the project. */
export async function readSignals(): Promise<SeenPair[]> {
  const { examples } = await loadCatalogue(join(projectFolder, 'knowledge'))
  const rarity = learnRarity(examples.flatMap(({ zh, en }) => [...zh, ...en]))
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  const { embed } = sensesOf(embedders)
  const never = new AbortController().signal
  const seen: SeenPair[] = []
  try {
    for (const given of await readPairs()) {
      const [a, b] = [comparedDemand(`${given.id}-a`, given.a), comparedDemand(`${given.id}-b`, given.b)]
      seen.push({ case: given, signals: await gatherSignals(a, b, { embed, rarity }, never) })
    }
  } finally {
    await Promise.all([embedders.zh.close(), embedders.en.close()])
  }
  return seen
}
