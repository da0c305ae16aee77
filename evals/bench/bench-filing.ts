import { join } from 'node:path'
import type { Catalogue } from '../../src/core/dispatch.ts'
import type { Store } from '../../src/core/store.ts'
import { openDuplicateFinder } from '../../src/catalogue/open-duplicate-finder.ts'
import { openDispatcher } from '../../src/catalogue/open-dispatcher.ts'
import type { DispatchData } from '../../src/load-catalogue.ts'
import { loadData, projectFolder } from '../../src/load-data.ts'
import { openTickets, type Tickets } from '../../src/open-tickets.ts'
import { createEmbedders } from '../../src/retrieval/create-embedders.ts'
import { round } from './figures.ts'
import { makeTickets } from './make-tickets.ts'

const filings = 300
const filers = 16

/** Office and filing over a store as the product has them, with the classifier; `close` ends its threads. */
export async function openOffice(
  store: Store,
  dispatch: DispatchData,
  folder: string,
): Promise<{ tickets: Tickets; close: () => Promise<void> }> {
  const data = await loadData()
  const embedders = createEmbedders({ modelsFolder: join(projectFolder, 'knowledge/models'), workers: 1 })
  const dispatcher = openDispatcher({ data: dispatch, places: data, embedders, dataFolder: folder })
  const duplicates = openDuplicateFinder({ data: dispatch, embedders })
  await dispatcher.prepare(['zh', 'en'])
  const tickets = openTickets({
    ...{ store, data, dispatcher, duplicates, catalogue: dispatch.catalogue, clock: () => new Date() },
    ...{ log: () => undefined, announce: () => undefined, send: () => undefined },
    ...{ publicUrl: null, secretKey: 'a key for benchmarks, never for citizens' },
  })
  return { tickets, close: async () => void (await Promise.all([embedders.zh.close(), embedders.en.close()])) }
}

/** Files demands as the chat does: judged, looked for repeats, stored, accepted and dispatched. Gives the times of one at a time. */
export async function timeFilings(store: Store, { filing }: Tickets, catalogue: Catalogue): Promise<readonly number[]> {
  const made = [...makeTickets(catalogue, filings * 2, new Date())].map(({ filed }) => filed)
  const file = async (index: number) => {
    const demand = made[index]
    if (demand === undefined) return
    const { conversation, draft } = demand
    const prepared = await filing.prepare({ conversation: `filed-${conversation}`, filedAt: new Date(), draft })
    await store.transaction((inside) => filing.file(inside, prepared))
  }
  const times: number[] = []
  for (let index = 0; index < filings; index += 1) {
    const began = performance.now()
    await file(index)
    times.push(performance.now() - began)
  }
  const began = performance.now()
  await Promise.all(
    Array.from({ length: filers }, async (_, filer) => {
      for (let index = filer; index < filings; index += filers) await file(filings + index)
    }),
  )
  const perSecond = filings / ((performance.now() - began) / 1000)
  console.log(`  ${filers} at once file and are taken in: ${round(perSecond, 0)} tickets/s`)
  return times
}

/** Looks among all demands for those that a new one repeats or belongs to: one and the other, as filing does. Gives the times. */
export async function timeDuplicates({ search }: Tickets, catalogue: Catalogue): Promise<readonly number[]> {
  const never = new AbortController().signal
  const times: number[] = []
  for (const { filed } of makeTickets(catalogue, filings, new Date())) {
    const { draft, subject } = filed
    const sought = { number: null, conversation: `sought-${filed.conversation}`, filedAt: new Date(), draft, subject }
    const began = performance.now()
    await search(sought, never)
    times.push(performance.now() - began)
  }
  return times
}

/** Looks at what is due, one demand after the other, as the sweep does. */
export async function timeLooks(store: Store, { office }: Tickets): Promise<readonly number[]> {
  const found = await store.cases.pending(new Date(), filings)
  const times: number[] = []
  for (const { number } of found) {
    const began = performance.now()
    await office.look(number, new AbortController().signal)
    times.push(performance.now() - began)
  }
  return times
}
