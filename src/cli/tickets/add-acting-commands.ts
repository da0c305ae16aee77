import { Option, type Command } from 'commander'
import type { Term } from '../../core/dispatch.ts'
import type { Visit } from '../../core/ticket-life.ts'
import { act, type ActOptions } from './act.ts'
import type { Adding } from './add-ticket-commands.ts'
import { dispatchTicket, reviewObjection, type AssignOptions, type ReviewOptions } from './dispatch-ticket.ts'
import { joinTickets } from './join-tickets.ts'
import { acceptance } from './judge-first.ts'
import { needLimit } from './query-of.ts'
import { replyToTicket, supplementTicket, type TextOptions } from './reply-ticket.ts'

const terms = ['danger', 'utility', 'ordinary', 'complex'] as const

interface NoteOptions extends ActOptions {
  note?: string
  reason?: string
}

/** A command about one demand: its number, who acts, and how the end is told. */
function createAbout({ tickets, make, tell }: Adding): (name: string) => Command {
  return (name) =>
    make(name, tickets)
      .argument('<number>')
      .option('--as <role>', tell('operator.help.tickets.as'))
      .option('--json', tell('operator.help.json'))
}

/** What is done to demands by commands: everything goes through the office, and is recorded with who did it. */
export function addActingCommands(adding: Adding): void {
  addTakingIn(adding)
  addHandling(adding)
  addClock(adding)
  addEnding(adding)
  addBeside(adding)
}

function addTakingIn(adding: Adding): void {
  const { tell, setting } = adding
  const about = createAbout(adding)
  const termOption = () => new Option('--term <term>', tell('operator.help.tickets.term')).choices(terms)
  const subjectOption = () => new Option('--subject <code>', tell('operator.help.tickets.code'))
  about('accept')
    .addOption(subjectOption())
    .addOption(termOption())
    .action((number: string, options: ActOptions & { subject?: string; term?: Term }) =>
      act(setting, number, options, (desk, ticket) => acceptance(desk, ticket, options)),
    )
  about('reclassify')
    .addOption(subjectOption())
    .addOption(termOption())
    .requiredOption('--note <text>', tell('operator.help.tickets.note'))
    .action((number: string, options: ActOptions & { subject?: string; term?: Term; note: string }) =>
      act(setting, number, options, (_, ticket) => ({
        kind: 'reclassify',
        subject: options.subject ?? ticket.subject,
        term: options.term ?? ticket.term ?? 'ordinary',
        note: options.note,
      })),
    )
  withAssignment(adding, about('dispatch')).action((number: string, options: AssignOptions & ActOptions) =>
    dispatchTicket(setting, number, options),
  )
  withAssignment(adding, about('objection'))
    .option('--uphold', tell('operator.help.tickets.uphold'))
    .option('--refuse', tell('operator.help.tickets.refuse-objection'))
    .option('--note <text>', tell('operator.help.tickets.note'))
    .action((number: string, options: ReviewOptions) => reviewObjection(setting, number, options))
}

const withAssignment = ({ tell }: Adding, command: Command): Command =>
  command
    .option('--to <department>', tell('operator.help.tickets.to'))
    .option('--with <department...>', tell('operator.help.tickets.with'))
    .option('--line <line>', tell('operator.help.tickets.line'))
    .option('--reason <text>', tell('operator.help.tickets.reason'))

function addHandling(adding: Adding): void {
  const { tell, setting } = adding
  const about = createAbout(adding)
  about('take').action((number: string, options: ActOptions) =>
    act(setting, number, { ...options, standard: 'department' }, () => ({ kind: 'take' })),
  )
  about('object')
    .requiredOption('--line <line>', tell('operator.help.tickets.line'))
    .requiredOption('--reason <text>', tell('operator.help.tickets.reason'))
    .action((number: string, { line, reason, ...options }: ActOptions & { line: string; reason: string }) =>
      act(setting, number, { ...options, standard: 'department' }, () => ({ kind: 'object', line, reason })),
    )
  for (const [name, work] of [
    ['reply', replyToTicket],
    ['supplement', supplementTicket],
  ] as const)
    about(name)
      .argument('<text>')
      .option('--attach <file...>', tell('operator.help.tickets.attach'))
      .action((number: string, text: string, options: TextOptions) => work(setting, number, text, options))
}

function addClock(adding: Adding): void {
  const { tell, setting } = adding
  const about = createAbout(adding)
  for (const [name, kind] of [
    ['pause', 'ask-pause'],
    ['extend', 'ask-extension'],
  ] as const)
    about(name)
      .requiredOption('--until <time>', tell('operator.help.tickets.until'))
      .requiredOption('--reason <text>', tell('operator.help.tickets.reason'))
      .action((number: string, { until, reason, ...options }: ActOptions & { until: string; reason: string }) =>
        act(setting, number, { ...options, standard: 'department' }, (desk) => ({
          ...{ kind, reason },
          until: needLimit(desk, until),
        })),
      )
  about('approve')
    .option('--until <time>', tell('operator.help.tickets.at-most'))
    .action((number: string, { until, ...options }: ActOptions & { until?: string }) =>
      act(setting, number, options, (desk) => ({
        kind: 'approve',
        until: until === undefined ? null : needLimit(desk, until),
      })),
    )
  about('refuse')
    .requiredOption('--note <text>', tell('operator.help.tickets.note'))
    .action((number: string, { note, ...options }: ActOptions & { note: string }) =>
      act(setting, number, options, () => ({ kind: 'refuse-asking', note })),
    )
  about('resume').action((number: string, options: ActOptions) =>
    act(setting, number, { ...options, standard: 'department' }, () => ({ kind: 'resume' })),
  )
}

interface VisitOptions extends ActOptions {
  solved: Visit['solved']
  courteous: Visit['courteous']
  contacted: Visit['contacted']
  note: string
}

function addEnding(adding: Adding): void {
  const { tell, setting } = adding
  const about = createAbout(adding)
  const said = (name: string, help: string) =>
    new Option(`--${name} <answer>`, tell(help)).choices(['yes', 'no', 'unsaid']).default('unsaid')
  about('visit')
    .addOption(
      new Option('--solved <answer>', tell('operator.help.tickets.solved'))
        .choices(['yes', 'partly', 'no', 'unreached'])
        .makeOptionMandatory(),
    )
    .addOption(said('courteous', 'operator.help.tickets.courteous'))
    .addOption(said('contacted', 'operator.help.tickets.contacted'))
    .option('--note <text>', tell('operator.help.tickets.said'), '')
    .action((number: string, { solved, courteous, contacted, note, ...options }: VisitOptions) =>
      act(setting, number, options, () => ({ kind: 'visit', visit: { solved, courteous, contacted, note } })),
    )
  for (const kind of ['rework', 'close'] as const)
    about(kind)
      .option('--note <text>', tell('operator.help.tickets.note'))
      .action((number: string, options: NoteOptions) =>
        act(setting, number, options, () => ({ kind, note: options.note ?? '' })),
      )
  for (const kind of ['reopen', 'withdraw'] as const)
    about(kind)
      .requiredOption('--reason <text>', tell('operator.help.tickets.reason'))
      .action((number: string, options: NoteOptions) =>
        act(setting, number, options, () => ({ kind, reason: options.reason ?? '' })),
      )
  about('transfer')
    .requiredOption('--to <service>', tell('operator.help.tickets.service'))
    .requiredOption('--context <text>', tell('operator.help.tickets.context'))
    .option('--number <number>', tell('operator.help.tickets.their-number'))
    .action((ours: string, options: ActOptions & { to: string; context: string; number?: string }) =>
      act(setting, ours, options, () => ({
        ...{ kind: 'transfer', to: options.to, context: options.context },
        number: options.number ?? null,
      })),
    )
}

function addBeside(adding: Adding): void {
  const { tell, setting, make, tickets } = adding
  const about = createAbout(adding)
  about('supervise')
    .requiredOption('--note <text>', tell('operator.help.tickets.note'))
    .action((number: string, { note, ...options }: ActOptions & { note: string }) =>
      act(setting, number, options, () => ({ kind: 'supervise', note })),
    )
  about('urge')
    .option('--note <text>', tell('operator.help.tickets.said'), '')
    .action((number: string, { note, ...options }: ActOptions & { note: string }) =>
      act(setting, number, options, () => ({ kind: 'urge', text: note })),
    )
  make('join', tickets)
    .argument('<numbers...>')
    .option('--as <role>', tell('operator.help.tickets.as'))
    .action((numbers: string[], options: ActOptions) => joinTickets(setting, numbers, options))
  about('part').action((number: string, options: ActOptions) =>
    act(setting, number, options, ({ tell: say }, { incident }) => {
      if (incident === null) throw new Error(say('ticket.refused.not-joined', { number }))
      return { kind: 'part', incident }
    }),
  )
}
