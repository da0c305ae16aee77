import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { formatRegion } from '../core/region.ts'
import type { Ticket } from '../core/ticket.ts'
import { timeZone } from '../open-knowledge.ts'
import { createStore } from '../store/create-store.ts'
import { tellOperator, type Tell } from '../tell-operator.mjs'

/** The line that a turn left about an earlier one: what was said, and how it ended. */
const ended = /^(?<said>.*) → (?<kind>[a-z]+)$/su

/** What the assistant itself notes where a turn went wrong. */
const faults: readonly (readonly [RegExp, string])[] = [
  [/^The turn took too long\.$/u, 'slow'],
  [/^No step came to an answer\.$/u, 'no-answer'],
  [/^The step (?<step>.+) failed\.$/u, 'step'],
]

function noteLine(line: string, tell: Tell): string {
  for (const [pattern, name] of faults) {
    const match = pattern.exec(line)
    if (match !== null) return tell(`operator.ticket.fault.${name}`, match.groups ?? {})
  }
  return tell('operator.ticket.tried.note', { note: line })
}

function triedLine(line: string, tell: Tell): string {
  const { said, kind } = ended.exec(line)?.groups ?? {}
  return said === undefined || kind === undefined
    ? noteLine(line, tell)
    : tell('operator.ticket.tried', { said, outcome: tell(`operator.outcome.${kind}`) })
}

function describe({ number, kind, filedAt, state, reason, draft }: Ticket, tell: Tell): readonly string[] {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(filedAt)
  const what =
    kind === 'handover' && reason !== null ? `operator.ticket.handover.${reason}` : `operator.ticket.kind.${draft.kind}`
  const about = [number, tell(what), tell(`operator.ticket.state.${state}`), day]
  return [
    [...about, ...(draft.region === null || draft.region.length === 0 ? [] : [formatRegion(draft.region)])].join(' · '),
    `  ${draft.subject}`,
    ...(draft.description === draft.subject ? [] : [`  ${draft.description}`]),
    ...draft.tried.map((line) => `    ${triedLine(line, tell)}`),
  ]
}

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
  const tell = tellOperator(config.language)
  const store = await createStore({ url: config.databaseUrl, dataFolder: config.dataFolder, clock })
  try {
    const tickets = await store.tickets.list(limit)
    if (json) return void process.stdout.write(`${JSON.stringify(tickets, null, 2)}\n`)
    if (tickets.length === 0) console.log(tell('operator.ticket.none'))
    for (const ticket of tickets) for (const line of describe(ticket, tell)) console.log(line)
  } finally {
    await store.close()
  }
}
