import { findRegionsOf, type PlaceNames } from '../../src/catalogue/open-dispatcher.ts'
import { parseRegion } from '../../src/core/region.ts'
import type { DispatchData } from '../../src/load-catalogue.ts'
import type { Classify } from '../../src/tickets/classify/classify.ts'
import { createDispatcher } from '../../src/tickets/classify/create-dispatcher.ts'
import { judgeUrgency } from '../../src/tickets/classify/judge-urgency.ts'
import type { DispatchCase } from './dispatch-case.ts'
import type { Judged } from './score-dispatch.ts'

/** Lets a classifier judge every demand, once with the threshold and once without. */
export async function judgeCases(
  cases: readonly DispatchCase[],
  setting: { data: DispatchData; places: PlaceNames; classify: Classify; sureFrom: number },
): Promise<Judged[]> {
  const { data, places, classify } = setting
  const findRegions = findRegionsOf(data, places)
  const dispatcherFrom = (sureFrom: number) =>
    createDispatcher({
      catalogue: data.catalogue,
      classify,
      judgeUrgency: judgeUrgency(data.urgency),
      findRegions,
      sureFrom,
    })
  const [usual, bold] = [dispatcherFrom(setting.sureFrom), dispatcherFrom(0)]
  const { signal } = new AbortController()
  const judged: Judged[] = []
  for (const given of cases) {
    const region = given.region === null ? null : parseRegion(given.region)
    const demand = { text: given.say, language: given.language, region }
    judged.push({
      case: given,
      advice: await usual.advise(demand, signal),
      forced: await bold.advise(demand, signal),
    })
  }
  return judged
}
