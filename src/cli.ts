import { Command, Option } from 'commander'
import { ask, type AskOptions } from './cli/ask.ts'
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

await program.parseAsync().catch(complain)
