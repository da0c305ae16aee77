import type { TicketCommand } from '../../core/ticket-command.ts'
import type { Actor, TicketCase } from '../../core/ticket-life.ts'
import { dueWords } from './due-words.ts'
import { eventWords } from './event-words.ts'
import { needCase } from './need-case.ts'
import { withDesk, type Desk, type DeskSetting } from './with-desk.ts'

export interface ActOptions {
  /** Who acts: a role, or a role and an id parted by a colon. */
  as?: string
  json?: boolean
}

export const roles = ['operator', 'reviewer', 'leader', 'department'] as const
type Role = (typeof roles)[number]

/** A command before it says by whom. */
export type Deed = TicketCommand extends infer C ? (C extends TicketCommand ? Omit<C, 'by' | 'key'> : never) : never

const isRole = (name: string): name is Role => roles.some((role) => role === name)

/** Who acts where nothing is said: whoever is signed in, as an operator; for what only bodies do, the body that has the demand. */
export function actorOf(desk: Desk, { assignment, number }: TicketCase, as: string | undefined, standard: Role): Actor {
  const { tell, user } = desk
  const [role = standard, ...rest] = as === undefined ? [] : as.split(':')
  const id = rest.join(':')
  if (!isRole(role)) throw new Error(tell('operator.tickets.wrong.role', { text: as ?? '', roles: roles.join(', ') }))
  if (role !== 'department') return { role, id: id === '' ? user : id }
  const lead = id === '' ? assignment?.lead : id
  if (lead === undefined) throw new Error(tell('operator.tickets.nobody-has', { number }))
  return { role, id: lead }
}

/** Says what a change came to. */
export function sayDone({ tell, words, ...desk }: Desk, ticket: TicketCase, lines: readonly string[]): void {
  for (const line of lines) console.log(line)
  const due = dueWords({ tell, words, clock: desk.clock }, ticket)
  console.log([ticket.number, words.state(ticket.state), ...(due === null ? [] : [due])].join(' · '))
}

/** Gives a command to the office; throws its refusal in the operator's words. */
export async function execute(
  desk: Desk,
  number: string,
  command: TicketCommand,
): Promise<readonly [TicketCase, readonly string[]]> {
  const { office, tell, words } = desk
  const answer = await office.execute(number, command)
  if (answer.kind === 'unknown') throw new Error(tell('operator.tickets.unknown', { number }))
  if (answer.kind === 'refused') throw new Error(tell(answer.why.id, answer.why.values))
  const events = answer.kind === 'done' ? answer.events : []
  return [answer.ticket, events.map((event) => `${words.actor(event.by)}  ${eventWords(event, desk)}`)]
}

/** Does one thing to a demand and says what came of it. */
export function act(
  setting: DeskSetting,
  number: string,
  options: ActOptions & { standard?: Role },
  deedOf: (desk: Desk, ticket: TicketCase) => Deed | Promise<Deed>,
): Promise<void> {
  return withDesk(setting, async (desk) => {
    const before = await needCase(desk, number)
    const by = actorOf(desk, before, options.as, options.standard ?? 'operator')
    const deed = await deedOf(desk, before)
    const [ticket, lines] = await execute(desk, number, { ...deed, by })
    if (options.json === true) return void process.stdout.write(`${JSON.stringify(ticket, null, 2)}\n`)
    sayDone(desk, ticket, lines)
  })
}
