import type { Assignment, TicketCase } from '../../core/ticket-life.ts'
import { act, actorOf, execute, sayDone, type ActOptions } from './act.ts'
import { acceptance, adviceFor } from './judge-first.ts'
import { needBody } from './need-body.ts'
import { needCase } from './need-case.ts'
import { adviceLines } from './show-ticket.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

/** To whom a demand goes, and why. */
export interface AssignOptions {
  to?: string
  with?: readonly string[]
  line?: string
  reason?: string
}

/** What the options say. Who gives it as the rules advise need not say why: the line of the catalogue says it. */
export function assignmentOf(desk: Desk, to: string, options: AssignOptions, { advice }: TicketCase): Assignment {
  const lead = needBody(desk, to)
  const advised = advice !== null && advice.lead === lead ? advice.line : null
  const line = options.line ?? advised
  const named = options.with?.map((each) => needBody(desk, each))
  const coHandling = named ?? (advised === null ? [] : (advice?.coHandling ?? []))
  return { lead, coHandling, line, reason: options.reason ?? line ?? '' }
}

/** Takes in what nobody has taken in yet: only then can it be given to anybody. */
async function takenIn(desk: Desk, ticket: TicketCase, by: ReturnType<typeof actorOf>) {
  if (ticket.state !== 'filed') return [ticket, []] as const
  return execute(desk, ticket.number, { ...(await acceptance(desk, ticket)), by })
}

/** Gives a demand to a body, or to another than the one that has it. Without a body it says whom the rules advise, and changes nothing. */
export function dispatchTicket(
  setting: DeskSetting,
  number: string,
  options: AssignOptions & ActOptions,
): Promise<void> {
  return withDesk(setting, async (desk) => {
    const found = await needCase(desk, number)
    if (options.to === undefined) {
      const advice = await adviceFor(desk, found)
      for (const line of advice === null ? [] : adviceLines(desk, advice)) console.log(line)
      throw new Error(desk.tell('operator.tickets.to-missing'))
    }
    const by = actorOf(desk, found, options.as, 'operator')
    needBody(desk, options.to)
    const [ticket, accepted] = await takenIn(desk, found, by)
    const kind = ticket.assignment === null ? 'dispatch' : 'redispatch'
    const assignment = assignmentOf(desk, options.to, options, ticket)
    const [now, lines] = await execute(desk, number, { kind, by, assignment })
    if (options.json === true) return void process.stdout.write(`${JSON.stringify(now, null, 2)}\n`)
    sayDone(desk, now, [...accepted, ...lines])
  })
}

export interface ReviewOptions extends AssignOptions, ActOptions {
  uphold?: boolean
  refuse?: boolean
  note?: string
}

/** Decides an objection: the body is right, and another may be named at once, or it is wrong. */
export const reviewObjection = (setting: DeskSetting, number: string, options: ReviewOptions): Promise<void> =>
  act(setting, number, options, (desk, ticket) => {
    const { uphold, refuse, to, note = '' } = options
    if ((uphold === true) === (refuse === true)) throw new Error(desk.tell('operator.tickets.uphold-or-refuse'))
    if (refuse === true) return { kind: 'refuse-objection', note }
    const reason = options.reason ?? note
    const assignment = to === undefined ? null : assignmentOf(desk, to, { ...options, reason }, ticket)
    return { kind: 'uphold-objection', note, assignment }
  })
