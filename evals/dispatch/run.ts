import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openDispatcher } from '../../src/catalogue/open-dispatcher.ts'
import type { Config } from '../../src/config.ts'
import { parseRegion } from '../../src/core/region.ts'
import { loadCatalogue } from '../../src/load-catalogue.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { dispatchCase, type DispatchCase } from './dispatch-case.ts'
import { printFigures } from './print-figures.ts'
import { scoreDispatch, type Judged } from './score-dispatch.ts'

async function readCases(): Promise<DispatchCase[]> {
  const text = await readFile(join(projectFolder, 'evals/dispatch/cases.jsonl'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => dispatchCase.parse(JSON.parse(line)))
}

/** Lets the dispatcher judge every demand, once as in service and once without a threshold. */
async function judgeCases(cases: readonly DispatchCase[], dataFolder: string): Promise<Judged[]> {
  const [data, places] = await Promise.all([loadCatalogue(join(projectFolder, 'knowledge')), loadData()])
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  const setting = { data, places, embedders, dataFolder }
  const dispatcher = openDispatcher(setting)
  const bold = openDispatcher({ ...setting, sureFrom: 0 })
  const { signal } = new AbortController()
  try {
    await dispatcher.prepare(['zh', 'en'])
    const judged: Judged[] = []
    for (const given of cases) {
      const region = given.region === null ? null : parseRegion(given.region)
      const demand = { text: given.say, language: given.language, region }
      judged.push({
        case: given,
        advice: await dispatcher.advise(demand, signal),
        forced: await bold.advise(demand, signal),
      })
    }
    return judged
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
  const judged = await judgeCases(await readCases(), config.dataFolder)
  await mkdir(join(config.dataFolder, 'evals'), { recursive: true })
  await writeFile(join(config.dataFolder, 'evals/dispatch.jsonl'), judged.map((one) => JSON.stringify(one)).join('\n'))
  printFigures(judged, verbose)
  const below = Object.entries(heldTo(judged)).filter(([name, value]) => !(value >= (floors[name] ?? 0)))
  for (const [name, value] of below)
    console.log(`  ${name} ${value.toFixed(3)} is below its floor ${(floors[name] ?? 0).toFixed(3)}`)
  return below.length === 0
}
