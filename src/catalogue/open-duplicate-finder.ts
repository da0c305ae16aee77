import type { DispatchData } from '../load-catalogue.ts'
import type { Embedders } from '../retrieval/embedder.ts'
import { learnRarity } from '../tickets/duplicates/compare-words.ts'
import { createDuplicateFinder, type DuplicateFinder } from '../tickets/duplicates/create-duplicate-finder.ts'
import { sensesOf } from './open-classifier.ts'

/** Judges demands against each other; which words are rare it learns from the examples of the classes. */
export function openDuplicateFinder(parts: {
  data: Pick<DispatchData, 'examples'>
  embedders: Embedders
}): DuplicateFinder {
  const { embed } = sensesOf(parts.embedders)
  return createDuplicateFinder({
    embed,
    rarity: learnRarity(parts.data.examples.flatMap(({ zh, en }) => [...zh, ...en])),
  })
}
