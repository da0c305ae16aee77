import { comparedCase } from '../../tickets/duplicates/compared-demand.ts'
import type { Duplicates } from '../../tickets/duplicates/find-duplicates.ts'
import type { Reason } from '../../tickets/duplicates/reasons.ts'
import { tellReason } from '../../tickets/duplicates/tell-reason.ts'
import { needCase } from './need-case.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

/** How far back, milliseconds, and among how many demands it is looked. */
const past = 90 * 24 * 60 * 60 * 1000
const most = 200

interface Finding {
  kind: 'repeat' | 'incident' | 'related'
  numbers: readonly string[]
  score: number
  reasons: readonly Reason[]
}

const findingsOf = ({ repeat, incident, related }: Duplicates): readonly Finding[] => [
  ...(repeat === null ? [] : [{ kind: 'repeat' as const, numbers: [repeat.ticket], ...repeat }]),
  ...(incident === null ? [] : [{ kind: 'incident' as const, numbers: incident.tickets, ...incident }]),
  ...related.map(({ ticket, ...rest }) => ({ kind: 'related' as const, numbers: [ticket], ...rest })),
]

function say({ tell }: Desk, number: string, { kind, numbers, score, reasons }: Finding): void {
  const confidence = `${Math.round(score * 100)} %`
  console.log(tell(`operator.tickets.duplicates.${kind}`, { confidence, numbers: numbers.join(' ') }))
  for (const { id, values } of reasons.map(tellReason)) console.log(`  ${tell(id, values)}`)
  if (kind === 'incident') console.log(tell('operator.tickets.duplicates.join', { number, numbers: numbers.join(' ') }))
}

/** Says what a demand may repeat or belong to, how sure that is and why; a person joins them or not. */
export function listDuplicates(
  setting: DeskSetting,
  number: string,
  { json = false }: { json?: boolean },
): Promise<void> {
  return withDesk(setting, async (desk) => {
    const { store, tell, duplicates } = desk
    const ticket = await needCase(desk, number)
    const { conversation, draft, subject, filedAt } = ticket
    const candidates = await store.cases.alike({
      ...{ conversation, subject, limit: most, since: new Date(filedAt.getTime() - past) },
      contact: draft.contact?.phone ?? draft.contact?.email ?? null,
      region: draft.where?.region ?? draft.region,
    })
    const signal = new AbortController().signal
    const found = await duplicates().findDuplicates({ ...comparedCase(ticket), number }, candidates, signal)
    if (json) return void process.stdout.write(`${JSON.stringify(found, null, 2)}\n`)
    const findings = findingsOf(found)
    if (findings.length === 0) console.log(tell('operator.tickets.duplicates.none'))
    for (const finding of findings) say(desk, number, finding)
  })
}
