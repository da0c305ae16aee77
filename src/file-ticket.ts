import { inTime } from './core/in-time.ts'
import type { Language } from './core/language.ts'
import { phrase, type Phrase } from './core/phrase.ts'
import type { NewTicket, Store } from './core/store.ts'
import type { TicketCommand } from './core/ticket-command.ts'
import type { Actor, TicketCase } from './core/ticket-life.ts'
import { changeTicket, planCommands } from './change-ticket.ts'
import { createJudge } from './judge-ticket.ts'
import type { SearchDuplicates } from './search-duplicates.ts'
import type { Setting } from './tickets/life/setting.ts'
import type { TicketOfficeOptions } from './ticket-office.ts'
import { createWording } from './ticket-wording.ts'

/** A demand on its way into the store. `subject` is the class that whoever reports it has chosen. */
export interface NewDemand extends Omit<NewTicket, 'kind' | 'reason'> {
  subject?: string | null
  /** It is another matter, whatever it looks like. */
  separate?: boolean
}

/** A demand that was judged and is not stored yet. */
export interface PreparedDemand {
  demand: NewDemand
  /** What is done to it as it is filed: accepted, and dispatched where that is sure. */
  commands: readonly TicketCommand[]
  /** The open demand of the same person that it repeats; null: none. */
  repeats: string | null
}

export interface FiledDemand {
  ticket: TicketCase
  /** Nothing new was filed: it repeats this one. */
  repeated: boolean
  /**
   * It repeats one from another conversation: only a telephone number or an address that anybody may write down says that both are one person's. So
   * nothing of that one is told here.
   */
  elsewhere: boolean
}

/** Files demands: whatever the way they come, they are taken in on the spot where the rules can. */
export interface Filing {
  /** Judges a demand. Apart from storing it, because a transaction must not wait for a classifier; a slow one is not waited for long. */
  prepare(demand: NewDemand): Promise<PreparedDemand>
  /** Files inside the transaction of the store handed in. Nobody is told: whoever files tells. */
  file(store: Store, prepared: PreparedDemand): Promise<FiledDemand>
  /** Takes back that a conversation came with a demand again. */
  undoRepeat(store: Store, number: string, conversation: string): Promise<void>
  /** To be called once it is stored: makes one incident of what others have reported as well. */
  relate(number: string): Promise<void>
  /** What the citizen is to know of a demand just filed: its number, until when, by whom, and how to follow it. */
  tell(filed: FiledDemand, language: Language): readonly Phrase[]
}

/** A demand that is not judged by then is filed as it is and judged by the next sweep, milliseconds. */
const patience = 3000

export function createFiling(
  options: TicketOfficeOptions & {
    /** The address of the page that shows a demand to whoever has its link; null where the house has no address of its own. */
    linkOf: (number: string) => string | null
    search: SearchDuplicates
    relate: (number: string) => Promise<void>
  },
): Filing {
  const { linkOf, clock } = options
  const wordingIn = createWording(options)

  return {
    relate: options.relate,
    async undoRepeat(store, number, conversation) {
      const setting = { ...options, now: clock() }
      const by: Actor = { role: 'citizen', id: conversation }
      await change(store, number, [{ kind: 'undo-repeat', by, conversation }], setting)
    },
    prepare: createPrepare(options),
    async file(store, prepared) {
      const setting = { ...options, now: clock() }
      return (await repeat(store, prepared, setting)) ?? fileNew(store, prepared, setting)
    },
    tell({ ticket, repeated, elsewhere }, language) {
      const { number, due, assignment, draft } = ticket
      const { moment, body } = wordingIn(language)
      if (elsewhere) return [phrase('ticket.repeated.elsewhere')]
      if (repeated) return tellRepeat(ticket, moment)
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

/** Judges a demand and looks for what it repeats. */
function createPrepare({
  dispatcher,
  search,
  log,
}: Pick<TicketOfficeOptions, 'dispatcher' | 'log'> & { search: SearchDuplicates }): Filing['prepare'] {
  const judge = dispatcher === null ? null : createJudge({ dispatcher, log })

  /** Looking for a repeat must keep nobody from filing. */
  async function repeatOf(demand: NewDemand, subject: string | null, signal: AbortSignal): Promise<string | null> {
    if (demand.separate === true || demand.number !== undefined) return null
    try {
      const { repeat } = await search({ ...demand, number: null, subject }, signal)
      return repeat?.unasked === true ? repeat.ticket : null
    } catch (error) {
      log('error', 'repeat not looked for', { error: error instanceof Error ? error.name : 'unknown' })
      return null
    }
  }

  return async (demand) => {
    // A judge that only runs out of time has not failed: an aborted one throws, and the sweep tries again.
    const signal = AbortSignal.timeout(patience)
    const commands =
      judge === null
        ? []
        : await inTime<readonly TicketCommand[], readonly TicketCommand[]>(judge(demand, signal), signal, [])
    const accepted = commands.find((command) => command.kind === 'accept')
    const subject = accepted?.subject ?? demand.subject ?? null
    const repeats = await inTime(repeatOf(demand, subject, signal), signal, null)
    return { demand, commands, repeats }
  }
}

/** The earlier demand, how it stands and, as long as a reply is awaited, until when. */
const tellRepeat = ({ number, state, due, repliedAt }: TicketCase, moment: (at: Date) => string): readonly Phrase[] => [
  phrase('ticket.repeated', { number }),
  phrase(`ticket.state.${state}`, { number }),
  ...(due === null || repliedAt !== null ? [] : [phrase('ticket.filed.due', { due: moment(due) })]),
]

const nobody = () => Promise.resolve([])

/** Changes a demand inside the transaction of the store handed in, and tells nobody. */
const change = (store: Store, number: string, commands: readonly TicketCommand[], setting: Setting) =>
  changeTicket(store, number, { setting, plan: planCommands(commands, setting), notify: nobody })

/** Joins a demand to the earlier one that it repeats, with what came with it; null where there is none, or it has ended meanwhile. */
async function repeat(
  store: Store,
  { demand: { conversation, draft }, repeats }: PreparedDemand,
  setting: Setting,
): Promise<FiledDemand | null> {
  if (repeats === null) return null
  const by: Actor = { role: 'citizen', id: conversation }
  const text = draft.description
  const files: readonly TicketCommand[] =
    draft.attachments.length === 0 ? [] : [{ kind: 'supplement', by, text, attachments: draft.attachments }]
  const { answer } = await change(store, repeats, [{ kind: 'repeat', by, conversation, text }, ...files], setting)
  if (answer.kind !== 'done') return null
  return { ticket: answer.ticket, repeated: true, elsewhere: answer.ticket.conversation !== conversation }
}

async function fileNew(
  store: Store,
  { demand: { conversation, filedAt, draft, number: kept }, commands }: PreparedDemand,
  setting: Setting,
): Promise<FiledDemand> {
  const filing = { conversation, filedAt, draft, ...(kept === undefined ? {} : { number: kept }) }
  const { number } = await store.tickets.file({ ...filing, kind: 'ticket', reason: null })
  const whole = commands.length === 0 ? null : await change(store, number, commands, setting)
  // What cannot be dispatched is accepted all the same, so that its clock is known to whoever dispatches it.
  if (whole?.answer.kind === 'refused') await change(store, number, commands.slice(0, 1), setting)
  const ticket = await store.cases.case(number)
  if (ticket === null) throw new Error('A demand just filed is missing.')
  return { ticket, repeated: false, elsewhere: false }
}
