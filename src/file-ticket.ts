import type { Language } from './core/language.ts'
import { phrase, type Phrase } from './core/phrase.ts'
import type { NewTicket, Store } from './core/store.ts'
import type { TicketCommand } from './core/ticket-command.ts'
import type { TicketCase } from './core/ticket-life.ts'
import { changeTicket, planCommands } from './change-ticket.ts'
import { createJudge } from './judge-ticket.ts'
import type { TicketOfficeOptions } from './ticket-office.ts'
import { createWording } from './ticket-wording.ts'

/** A demand on its way into the store. `subject` is the class that whoever reports it has chosen. */
export interface NewDemand extends Omit<NewTicket, 'kind' | 'reason'> {
  subject?: string | null
}

/** A demand that was judged and is not stored yet. */
export interface PreparedDemand {
  demand: NewDemand
  /** What is done to it as it is filed: accepted, and dispatched where that is sure. */
  commands: readonly TicketCommand[]
}

/** Files demands: whatever the way they come, they are taken in on the spot where the rules can. */
export interface Filing {
  /** Judges a demand. Apart from storing it, because a transaction must not wait for a classifier; a slow one is not waited for long. */
  prepare(demand: NewDemand): Promise<PreparedDemand>
  /** Files inside the transaction of the store handed in. Nobody is told: whoever files tells. */
  file(store: Store, prepared: PreparedDemand): Promise<TicketCase>
  /** What the citizen is to know of a demand just filed: its number, until when, by whom, and how to follow it. */
  tell(ticket: TicketCase, language: Language): readonly Phrase[]
}

/** A demand that is not judged by then is filed as it is and judged by the next sweep, milliseconds. */
const patience = 3000

export function createFiling(
  options: TicketOfficeOptions & {
    /** The address of the page that shows a demand to whoever has its link; null where the house has no address of its own. */
    linkOf: (number: string) => string | null
  },
): Filing {
  const { dispatcher, linkOf, clock } = options
  const judge = dispatcher === null ? null : createJudge({ dispatcher, log: options.log })
  const wordingIn = createWording(options)
  const nobody = () => Promise.resolve([])
  return {
    async prepare(demand) {
      // A judge that only runs out of time has not failed: an aborted one throws, and the sweep tries again.
      const signal = AbortSignal.timeout(patience)
      const commands = judge === null ? [] : await judge(demand, signal).catch(() => [])
      return { demand, commands }
    },
    async file(store, { demand, commands }) {
      const { conversation, filedAt, draft, number: kept } = demand
      const filing = { conversation, filedAt, draft, ...(kept === undefined ? {} : { number: kept }) }
      const { number } = await store.tickets.file({ ...filing, kind: 'ticket', reason: null })
      const setting = { ...options, now: clock() }
      const change = (some: readonly TicketCommand[]) =>
        changeTicket(store, number, { setting, plan: planCommands(some, setting), notify: nobody })
      const whole = commands.length === 0 ? null : await change(commands)
      // What cannot be dispatched is accepted all the same, so that its clock is known to whoever dispatches it.
      if (whole?.answer.kind === 'refused') await change(commands.slice(0, 1))
      const filed = await store.cases.case(number)
      if (filed === null) throw new Error('A demand just filed is missing.')
      return filed
    },
    tell(ticket, language) {
      const { number, due, assignment, draft } = ticket
      const { moment, body } = wordingIn(language)
      const link = linkOf(number)
      const taken: readonly Phrase[] =
        due === null
          ? []
          : assignment === null
            ? [phrase('ticket.filed.due', { due: moment(due) })]
            : [phrase('ticket.filed.given', { due: moment(due), body: body(assignment.lead) })]
      return [
        phrase('ticket.filed', { number }),
        ...taken,
        phrase(draft.contact?.phone ? 'ticket.follow.digits' : 'ticket.follow', { number }),
        ...(link === null ? [] : [phrase('ticket.follow.link', { link })]),
      ]
    },
  }
}
