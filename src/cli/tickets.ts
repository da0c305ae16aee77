import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { formatRegion } from '../core/region.ts'
import { createStore } from '../store/create-store.ts'

/** Lists tickets and handovers, newest first, with what was already tried. */
export async function listTickets({
  config,
  clock,
  limit,
  json,
}: {
  config: Config
  clock: Clock
  limit: number
  json: boolean
}): Promise<void> {
  const store = await createStore({ url: config.databaseUrl, dataFolder: config.dataFolder, clock })
  try {
    const tickets = await store.tickets.list(limit)
    if (json) return void process.stdout.write(`${JSON.stringify(tickets, null, 2)}\n`)
    if (tickets.length === 0) console.log('No tickets yet.')
    for (const { number, kind, filedAt, state, reason, draft } of tickets) {
      const place = draft.region === null ? '' : ` · ${formatRegion(draft.region)}`
      console.log(
        `${number}  ${kind}${reason === null ? '' : ` (${reason})`}  ${state}  ${filedAt.toISOString().slice(0, 16).replace('T', ' ')} UTC${place}\n  ${draft.subject}`,
      )
      if (draft.description !== draft.subject) console.log(`  ${draft.description}`)
      for (const line of draft.tried) console.log(`    tried: ${line}`)
    }
  } finally {
    await store.close()
  }
}
