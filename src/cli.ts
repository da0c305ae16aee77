import { Command, Option } from 'commander'
import { ask, type AskOptions } from './cli/ask.ts'
import {
  buildKnowledgeIndex,
  checkKnowledgeFolder,
  importKnowledge,
  listKnowledge,
  type KnowledgeCommandOptions,
} from './cli/knowledge.ts'
import { listTickets } from './cli/tickets.ts'
import { readConfig } from './config.ts'

/** Commands print a sentence when something is wrong, never a stack trace. */
function complain(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

const clock = () => new Date()
const language = new Option('--language <language>', 'zh or en').choices(['zh', 'en'])

const program = new Command('civicline').description(
  'Answers questions about public policy from a folder of documents.',
)

program
  .command('ask')
  .description('Answer one question, a file of questions, or chat.')
  .argument('[question]')
  .option('--region <region>', 'place asked about, such as 云汀市/滨江区')
  .addOption(language)
  .option('--json', 'print the whole answer line')
  .option('--input <file>', 'questions, one JSON object a line: {"id", "question", "region"?, "language"?}')
  .option('--output <file>', 'answers, one JSON object a line; standard output where not given')
  .option('--knowledge <folder>', 'folder of documents; ours where not given')
  .action(async (question: string | undefined, options: AskOptions) => {
    await ask({ config: readConfig(), clock, options: { ...options, ...(question === undefined ? {} : { question }) } })
  })

const knowledge = program.command('knowledge').description('Bring in, check, index and list documents.')
const folderOption = new Option('--knowledge <folder>', 'folder of documents; ours where not given')
const setting = (options: KnowledgeCommandOptions) => ({ config: readConfig(), clock, options })

knowledge
  .command('import')
  .description(
    'Copy files, folders, archives or addresses into the knowledge folder, say how they read, and index them.',
  )
  .argument('<sources...>')
  .addOption(folderOption)
  .option('--region <region>', 'folder of the region to put them into, such as 云汀市/滨江区')
  .action((sources: string[], options: KnowledgeCommandOptions) => importKnowledge(setting(options), sources))
knowledge
  .command('check')
  .description(
    'Report missing or past validity, near-duplicates, contradictory figures, and text kept out of the index.',
  )
  .addOption(folderOption)
  .option('--json', 'print the findings as JSON')
  .action((options: KnowledgeCommandOptions) => checkKnowledgeFolder(setting(options)))
knowledge
  .command('build')
  .description('Bring the index up to date; a running server takes it over.')
  .addOption(folderOption)
  .action((options: KnowledgeCommandOptions) => buildKnowledgeIndex(setting(options)))
knowledge
  .command('list')
  .description('List the documents as read.')
  .addOption(folderOption)
  .option('--json', 'print JSON: an array of {document, title, text, warnings, …}')
  .option('--text', 'with the whole text')
  .action((options: KnowledgeCommandOptions) => listKnowledge(setting(options)))

program
  .command('tickets')
  .description('List tickets and handovers, newest first.')
  .option('--limit <number>', 'how many', '50')
  .option('--json', 'print JSON')
  .action((options: { limit: string; json?: boolean }) =>
    listTickets({ config: readConfig(), clock, limit: Number(options.limit), json: options.json === true }),
  )

await program.parseAsync().catch(complain)
