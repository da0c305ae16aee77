import { rates, type Rate } from '../../tickets/rates.ts'
import { filterOf, searchAll, type FilterOptions } from './query-of.ts'
import { withDesk, type DeskSetting } from './with-desk.ts'

/** The three rates (三率) of the demands that match, as their citizens said. */
export function showRates(
  setting: DeskSetting,
  { json = false, ...options }: FilterOptions & { json?: boolean },
): Promise<void> {
  return withDesk(setting, async (desk) => {
    const asked: Parameters<typeof rates>[0][number][] = []
    let demands = 0
    for await (const page of searchAll(desk, filterOf(desk, options))) {
      demands += page.length
      // Of a million demands only what was said is kept.
      for (const { visit, unreached } of page) if (visit !== null || unreached > 0) asked.push({ visit, unreached })
    }
    const counted = rates(asked)
    if (json) return void process.stdout.write(`${JSON.stringify({ demands, ...counted }, null, 2)}\n`)
    const { tell } = desk
    const share = ({ count, of, share }: Rate) =>
      share === null ? tell('operator.tickets.rate.nobody') : `${(share * 100).toFixed(1)} % (${count}/${of})`
    console.log(tell('operator.tickets.rate.demands', { count: demands }))
    for (const name of ['response', 'resolution', 'satisfaction', 'reached'] as const)
      console.log(tell('draft.row', { label: tell(`operator.tickets.rate.${name}`), value: share(counted[name]) }))
  })
}
