import { join } from 'node:path'
import { openClassifier, sensesOf } from '../../src/catalogue/open-classifier.ts'
import { readConfig } from '../../src/config.ts'
import type { Language } from '../../src/core/language.ts'
import { loadCatalogue, type DispatchData } from '../../src/load-catalogue.ts'
import { loadData, projectFolder, type ProjectData } from '../../src/load-data.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { saidText, withoutPlaces } from '../../src/tickets/classify/said-text.ts'
import type { DemandEvidence } from '../../src/tickets/classify/gather-evidence.ts'
import { mixEvidence, type Mixture } from '../../src/tickets/classify/mix-evidence.ts'
import { mixtures } from '../../src/tickets/classify/mixtures.ts'
import { crossValidate } from './cross-validate.ts'
import type { DispatchCase } from './dispatch-case.ts'
import { judgeCases } from './judge-cases.ts'
import { readCases } from './read-cases.ts'
import { scoreDispatch, type Judged } from './score-dispatch.ts'

/**
 * Puts ways to weigh the evidence side by side: the share of right small classes in cross-validation over the examples, and what the
 * demands for tuning show. Those held out are not read. `node --import tsx evals/dispatch/measure-mixtures.ts`
 */
const ways: readonly (readonly [string, Omit<Mixture, 'sharpness'>])[] = [
  ['meaning alone', { lexical: 0, piece: 0 }],
  ['words above all', { lexical: 100, piece: 0 }],
  ...[0.3, 0.5, 0.7, 1, 1.3].map((lexical) => [`meaning + ${lexical} words`, { lexical, piece: 0 }] as const),
  ...[0.2, 0.35, 0.5].flatMap((piece) =>
    [0.7, 1].map((lexical) => [`meaning + ${lexical} words, pieces ${piece}`, { lexical, piece }] as const),
  ),
]
const sharpnesses = [0.3, 4, 6, 8, 10, 13, 16, 20, 25, 30, 35, 40, 50]

/** How surprising it is, on the mean, whether the department was right: the lower, the better confidence can be trusted. */
const surprise = (judged: readonly Judged[]) =>
  judged.reduce((sum, { case: given, forced }) => {
    const right = [given.expect.department, ...given.expect.acceptable].includes(forced.lead ?? '')
    return sum - Math.log(Math.max(1e-4, right ? forced.confidence : 1 - forced.confidence))
  }, 0) / judged.length

interface Setting {
  data: DispatchData
  places: ProjectData
  codes: readonly string[]
  cases: readonly DispatchCase[]
  evidence: ReadonlyMap<string, DemandEvidence>
}

const judgeWith = ({ data, places, codes, cases, evidence }: Setting, mixture: Mixture) =>
  judgeCases(cases, {
    data,
    places,
    sureFrom: 0,
    classify: async (text) => {
      const found = evidence.get(text)
      if (found === undefined) throw new Error(`Nothing is known of: ${text}`)
      const confidences = mixEvidence(found, mixture)
      return codes
        .map((code, at) => ({ code, confidence: confidences[at] ?? 0 }))
        .toSorted((a, b) => b.confidence - a.confidence)
        .slice(0, 30)
    },
  })

async function bestOf(setting: Setting, way: Omit<Mixture, 'sharpness'>) {
  const tried = []
  for (const sharpness of sharpnesses) {
    const judged = await judgeWith(setting, { ...way, sharpness })
    tried.push({ sharpness, judged, surprise: surprise(judged) })
  }
  return tried.toSorted((a, b) => a.surprise - b.surprise)[0]
}

const config = readConfig()
const [data, places] = await Promise.all([loadCatalogue(join(projectFolder, 'knowledge')), loadData()])
const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
const { codes, look } = openClassifier({ data, embedders, dataFolder: config.dataFolder })
const { signal } = new AbortController()
const all = (await readCases()).filter(({ heldOut }) => !heldOut)
const matterOf = withoutPlaces(data.catalogue.lines.flatMap(({ region }) => region))

async function measure(language: Language) {
  const cases = all.filter((given) => given.language === language)
  const evidence = new Map<string, DemandEvidence>()
  for (const { say } of cases)
    evidence.set(matterOf(saidText(say)), await look(matterOf(saidText(say)), language, signal))
  const folded = await crossValidate({ data, language, senses: sensesOf(embedders) })
  const setting = { data, places, codes, cases, evidence }
  const percent = (value: number) => (100 * value).toFixed(1).padStart(7)
  console.log(`\n${language}: ${folded.length} examples in five folds; ${cases.length} demands for tuning`)
  console.log(
    `${''.padEnd(38)}${['folds', 'small', 'all', 'at80%', 'error', 'surpr.', 'sharp'].map((head) => head.padStart(7)).join(' ')}`,
  )
  for (const [name, way] of [...ways, ['as in use', mixtures[language]] as const]) {
    const found = await bestOf(setting, way)
    if (found === undefined) continue
    const figures = scoreDispatch(found.judged)
    const folds =
      folded.filter(({ label, evidence: own }) => {
        const confidences = mixEvidence(own, { ...way, sharpness: 10 })
        return confidences.indexOf(Math.max(...confidences)) === label
      }).length / Math.max(1, folded.length)
    console.log(
      `${name.padEnd(38)}${[folds, figures.small, figures.forced, figures.atFourFifths, figures.calibrationError].map(percent).join(' ')} ${found.surprise.toFixed(3).padStart(7)} ${String(found.sharpness).padStart(7)}`,
    )
  }
}

await measure('zh')
await measure('en')
await Promise.all([embedders.zh.close(), embedders.en.close()])
