import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Tell } from '../../tell-operator.mjs'
import { addActingCommands } from './add-acting-commands.ts'
import { exportFormats, exportTickets, type ExportOptions } from './exchange/export-tickets.ts'
import { importTickets, type ImportOptions } from './exchange/import-tickets.ts'
import { listDuplicates } from './list-duplicates.ts'
import { listOverdue } from './list-overdue.ts'
import { listTickets, type ListOptions } from './list-tickets.ts'
import type { FilterOptions } from './query-of.ts'
import { showRates } from './show-rates.ts'
import { showTicket } from './show-ticket.ts'
import type { DeskSetting } from './with-desk.ts'

export interface Adding {
  /** The command `tickets`, under which the others stand. */
  tickets: Command
  make: (name: string, of: Command, options?: { isDefault: boolean }) => Command
  setting: DeskSetting
  tell: Tell
}

const states = [
  ...(['filed', 'accepted', 'dispatched', 'in-progress', 'objected', 'replied', 'visited'] as const),
  ...(['closed', 'withdrawn', 'transferred'] as const),
]

/** The options that say which demands a command is about. */
function withFilter({ tell }: Adding, command: Command): Command {
  return command
    .addOption(new Option('--state <state...>', tell('operator.help.tickets.state')).choices(states))
    .option('--department <department>', tell('operator.help.tickets.department'))
    .option('--subject <code>', tell('operator.help.tickets.subject'))
    .option('--region <region>', tell('operator.help.tickets.region'))
    .option('--incident <id>', tell('operator.help.tickets.incident'))
    .option('--overdue', tell('operator.help.tickets.late'))
    .option('--supervised', tell('operator.help.tickets.supervised'))
    .option('--words <words>', tell('operator.help.tickets.words'))
    .option('--from <day>', tell('operator.help.tickets.from'))
    .option('--to <day>', tell('operator.help.tickets.until-day'))
    .addOption(new Option('--order <order>', tell('operator.help.tickets.order')).choices(['newest', 'due']))
}

/** The commands about demands, for work without a console. */
export function addTicketCommands(adding: Adding): void {
  const { tickets, make, setting, tell } = adding
  const count = (given: string): number => {
    if (!/^[1-9]\d{0,5}$/u.test(given)) throw new InvalidArgumentError(tell('operator.help.limit.wrong'))
    return Number(given)
  }
  const json = tell('operator.help.json')
  withFilter(adding, make('list', tickets, { isDefault: true }))
    .option('--limit <number>', tell('operator.help.limit'), count, 50)
    .option('--json', json)
    .allowExcessArguments()
    .action((options: ListOptions, { args: [what] }: Command) => {
      // It is the standard command, so a misspelt one arrives here as a word too many.
      if (what !== undefined) throw new Error(tell('operator.mistake.unknown', { what }))
      return listTickets(setting, options)
    })
  make('show', tickets)
    .argument('<number>')
    .option('--json', json)
    .action((number: string, options: { json?: boolean }) => showTicket(setting, number, options))
  addActingCommands(adding)
  make('duplicates', tickets)
    .argument('<number>')
    .option('--json', json)
    .action((number: string, options: { json?: boolean }) => listDuplicates(setting, number, options))
  make('overdue', tickets)
    .option('--department <department>', tell('operator.help.tickets.department'))
    .option('--region <region>', tell('operator.help.tickets.region'))
    .option('--limit <number>', tell('operator.help.limit'), count, 50)
    .option('--json', json)
    .action((options: FilterOptions & { limit: number; json?: boolean }) => listOverdue(setting, options))
  make('rates', tickets)
    .option('--from <day>', tell('operator.help.tickets.from'))
    .option('--to <day>', tell('operator.help.tickets.until-day'))
    .option('--department <department>', tell('operator.help.tickets.department'))
    .option('--subject <code>', tell('operator.help.tickets.subject'))
    .option('--region <region>', tell('operator.help.tickets.region'))
    .option('--json', json)
    .action((options: FilterOptions & { json?: boolean }) => showRates(setting, options))
  addExchange(adding, count)
}

function addExchange(adding: Adding, count: (given: string) => number): void {
  const { tickets, make, setting, tell } = adding
  withFilter(adding, make('export', tickets))
    .addOption(new Option('--format <format>', tell('operator.help.tickets.format')).choices(exportFormats))
    .option('--output <file>', tell('operator.help.tickets.output'))
    .option('--anonymous', tell('operator.help.tickets.anonymous'))
    .option('--limit <number>', tell('operator.help.tickets.most'), count)
    .action((options: ExportOptions) => exportTickets(setting, options))
  make('import', tickets)
    .argument('<file>', tell('operator.help.tickets.import.file'))
    .option('--source <name>', tell('operator.help.tickets.source'))
    .option('--skip-wrong', tell('operator.help.tickets.skip-wrong'))
    .option('--dry-run', tell('operator.help.tickets.try'))
    .addHelpText('after', tell('operator.help.tickets.import.columns'))
    .action((file: string, options: ImportOptions) => importTickets(setting, file, options))
}
