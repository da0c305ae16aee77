import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openClassifier } from '../../src/catalogue/open-classifier.ts'
import type { Config } from '../../src/config.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { sureFrom } from '../../src/tickets/classify/mixtures.ts'
import { judgeCases } from './judge-cases.ts'
import { printFigures } from './print-figures.ts'
import { readCases } from './read-cases.ts'
import { scoreDispatch, type Judged } from './score-dispatch.ts'

async function judgeAll(dataFolder: string): Promise<Judged[]> {
  const [data, places] = await Promise.all([loadCatalogue(join(projectFolder, 'knowledge')), loadData()])
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  try {
    const { classify } = openClassifier({ data, embedders, dataFolder })
    return await judgeCases(await readCases(), { data, places, classify, sureFrom })
  } finally {
    await Promise.all([embedders.zh.close(), embedders.en.close()])
  }
}

/** What is measured against evals/floors.json, by the name there. */
function heldTo(judged: readonly Judged[]): Record<string, number> {
  const figures = scoreDispatch(judged)
  return {
    'dispatch.right': figures.accuracy,
    'dispatch.covered': figures.coverage,
    'dispatch.right-at-80': figures.atFourFifths,
    'dispatch.small-class': figures.small,
    'dispatch.term': figures.term,
    'dispatch.calibrated': 1 - figures.calibrationError,
  }
}

/** Judges all written demands, prints the figures, keeps the advice, and says whether every floor holds. */
export async function runDispatch(options: {
  config: Config
  floors: Readonly<Record<string, number>>
  verbose: boolean
}): Promise<boolean> {
  const { config, floors, verbose } = options
  const judged = await judgeAll(config.dataFolder)
  await mkdir(join(config.dataFolder, 'evals'), { recursive: true })
  await writeFile(join(config.dataFolder, 'evals/dispatch.jsonl'), judged.map((one) => JSON.stringify(one)).join('\n'))
  printFigures(judged, verbose)
  const below = Object.entries(heldTo(judged)).filter(([name, value]) => !(value >= (floors[name] ?? 0)))
  for (const [name, value] of below)
    console.log(`  ${name} ${value.toFixed(3)} is below its floor ${(floors[name] ?? 0).toFixed(3)}`)
  return below.length === 0
}
