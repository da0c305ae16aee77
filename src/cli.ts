import { Command, CommanderError, Option } from 'commander'
import { addSystemsCommands } from './cli/add-systems-commands.ts'
import { ask, type AskOptions } from './cli/ask.ts'
import { importKnowledge } from './cli/import-knowledge.ts'
import {
  buildKnowledgeIndex,
  checkKnowledgeFolder,
  listKnowledge,
  type KnowledgeCommandOptions,
} from './cli/knowledge.ts'
import { createMakeCommand } from './cli/make-command.ts'
import { sayMistake } from './cli/say-mistake.ts'
import { addTicketCommands } from './cli/tickets/add-ticket-commands.ts'
import { readConfig, type Config } from './config.ts'
import { explainError } from './explain-error.ts'
import { tellOperator, type Tell } from './tell-operator.mjs'

/** Commands print a sentence when something is wrong, never a stack trace; what commander complains of, it has printed itself. */
function complain(error: unknown, tell: Tell): void {
  if (error instanceof CommanderError) return void (process.exitCode = error.exitCode)
  console.error(explainError(error, tell))
  process.exitCode = 1
}

async function main(config: Config, tell: Tell): Promise<void> {
  const clock = () => new Date()
  const { help, make } = createMakeCommand(tell)
  const folderOption = new Option('--knowledge <folder>', tell('operator.help.knowledge.folder'))

  const program = help(new Command('civicline'))
    .description(tell('operator.help.program'))
    .helpCommand('help [command]', tell('operator.help.help'))
    .exitOverride()
    .configureOutput({ outputError: (message, write) => write(sayMistake(message, tell)) })
    .configureHelp({ styleTitle: (title) => tell(`operator.help.title.${title.replace(/\W/gu, '').toLowerCase()}`) })
  make('ask', program)
    .argument('[question]')
    .option('--region <region>', tell('operator.help.region'))
    .addOption(new Option('--language <language>', tell('operator.help.language')).choices(['zh', 'en']))
    .option('--json', tell('operator.help.ask.json'))
    .option('--input <file>', tell('operator.help.ask.input'))
    .option('--output <file>', tell('operator.help.ask.output'))
    .addOption(folderOption)
    .action((question: string | undefined, options: AskOptions) =>
      ask({ config, clock, options: { ...options, ...(question === undefined ? {} : { question }) } }),
    )

  const knowledge = make('knowledge', program).helpCommand('help [command]', tell('operator.help.help'))
  const setting = (options: KnowledgeCommandOptions) => ({ config, clock, options })
  make('import', knowledge)
    .argument('<sources...>')
    .addOption(folderOption)
    .option('--region <region>', tell('operator.help.import.region'))
    .action((sources: string[], options: KnowledgeCommandOptions) => importKnowledge(setting(options), sources))
  make('check', knowledge)
    .addOption(folderOption)
    .option('--json', tell('operator.help.check.json'))
    .action((options: KnowledgeCommandOptions) => checkKnowledgeFolder(setting(options)))
  make('build', knowledge)
    .addOption(folderOption)
    .action((options: KnowledgeCommandOptions) => buildKnowledgeIndex(setting(options)))
  make('list', knowledge)
    .addOption(folderOption)
    .option('--json', tell('operator.help.list.json'))
    .option('--text', tell('operator.help.list.text'))
    .action((options: KnowledgeCommandOptions) => listKnowledge(setting(options)))

  const tickets = make('tickets', program).helpCommand('help [command]', tell('operator.help.help'))
  addTicketCommands({ tickets, make, setting: { config, clock }, tell })
  addSystemsCommands({ program, make, setting: { config, clock }, tell })
  await program.parseAsync()
}

const config = readConfig()
const tell = tellOperator(config.language)
await main(config, tell).catch((error: unknown) => complain(error, tell))
