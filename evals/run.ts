import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { answerLine } from '../src/cli/answer-line.ts'
import { withBrain, type Brain } from '../src/cli/with-brain.ts'
import { createDialogue } from '../src/compose.ts'
import { readConfig, type Config } from '../src/config.ts'
import { detectLanguage } from '../src/core/detect-language.ts'
import { parseRegion } from '../src/core/region.ts'
import type { PipelineResult } from '../src/core/run-pipeline.ts'
import { projectFolder } from '../src/load-data.ts'
import { evalCase, type EvalCase } from './case.ts'
import { scoreCase, type ScoredLine } from './scorers/score-case.ts'

const clock = () => new Date()
const folder = join(projectFolder, 'evals')
const floors = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(join(folder, 'floors.json'), 'utf8')))

const flags = parseArgs({
  options: { only: { type: 'string' }, verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const words = flags.positionals
const verbose = flags.values.verbose
/** `--only follow-ups,masking` runs and scores these subjects alone. */
const only = flags.values.only?.split(',')
/** Subjects that are no dialogues have a runner of their own; their floors are named `subject.figure`. */
const ownRunners: Readonly<Record<string, (config: Config) => Promise<boolean>>> = {
  dispatch: async (config) => (await import('./dispatch/run.ts')).runDispatch({ config, floors, verbose }),
  duplicates: async () => (await import('./duplicates/run.ts')).runDuplicates({ floors, verbose }),
  kind: async () => (await import('./kind/run.ts')).runKind({ floors, verbose }),
  intake: async (config) => (await import('./intake/run.ts')).runIntake({ config, floors, verbose }),
}
const wanted = (subject: string) => only?.includes(subject) ?? true
const dialogues = Object.keys(floors).filter((name) => !name.includes('.'))
const subjects = dialogues.filter(wanted)
const others = Object.entries(ownRunners).filter(([subject]) => wanted(subject))
if (only !== undefined && subjects.length + others.length < only.length)
  throw new Error(`Subjects are ${[...dialogues, ...Object.keys(ownRunners)].join(', ')}.`)

interface Answered {
  subject: string
  case: EvalCase
  line: ScoredLine
}

interface Results {
  /** What was run: enough to tell two runs apart. */
  setting: { at: string; revision: string; knowledge: string; writer: string }
  answers: Answered[]
}

const readCases = (subject: string): EvalCase[] =>
  readFileSync(join(folder, subject, 'cases.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => evalCase.parse(JSON.parse(line)))

/** What is kept of a turn, looked up, or given to a writer; the list of what was taken out is none of it. */
const recordOf = ({ turn, outcome }: PipelineResult): string =>
  JSON.stringify([turn.message.text, turn.query, turn.parts.map(({ text }) => text), turn.history, outcome])

async function answerCase(brain: Brain, config: Config, given: EvalCase): Promise<ScoredLine> {
  const language = given.language ?? detectLanguage(given.say.join(' '))
  const region = given.region === undefined ? config.region : given.region === '' ? null : parseRegion(given.region)
  const dialogue = createDialogue({ pipeline: brain.pipeline, clock, language, region, id: given.id })
  const said = given.say.with(-1, (given.say.at(-1) ?? '').repeat(given.repeat))
  const first = await dialogue.say(said[0] ?? '')
  const results = [first]
  for (const text of said.slice(1)) results.push(await dialogue.say(text))
  const line = answerLine(given.id, results.at(-1) ?? first, { speak: brain.data.speak, elapsedMs: 0, ticket: null })
  return { ...line, recorded: results.map(recordOf).join('\n') }
}

function revision(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { cwd: projectFolder, encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}

/** Answers every case and keeps the answers with their setting; judging is a step of its own. */
async function generate(config: Config, file: string): Promise<Results> {
  return withBrain({ config, folder: config.knowledgeFolder, clock, quiet: false }, async (brain) => {
    const answers: Answered[] = []
    for (const subject of subjects)
      for (const given of readCases(subject))
        answers.push({ subject, case: given, line: await answerCase(brain, config, given) })
    const setting = {
      at: clock().toISOString(),
      revision: revision(),
      knowledge: brain.knowledge.retriever.version(),
      writer: config.languageModel?.model ?? 'extractive',
    }
    const results = { setting, answers }
    writeFileSync(file, JSON.stringify(results, null, 1))
    return results
  })
}

const share = (right: number, all: number) => (all === 0 ? '–' : `${((100 * right) / all).toFixed(1)} %`)

/** Prints a row a subject and says whether every floor holds. */
function score({ setting, answers }: Results, verbose: boolean): boolean {
  console.log(
    `\n${setting.at} · revision ${setting.revision} · knowledge ${setting.knowledge} · writer ${setting.writer}\n`,
  )
  console.log(
    `  ${'subject'.padEnd(20)} ${'cases'.padStart(6)} ${'right'.padStart(9)} ${'held out'.padStart(9)} ${'floor'.padStart(8)}`,
  )
  let holds = true
  for (const subject of subjects) {
    const floor = floors[subject] ?? 0
    const own = answers
      .filter((answer) => answer.subject === subject)
      .map((answer) => ({ ...answer, wrong: scoreCase(answer.case, answer.line) }))
    const right = own.filter(({ wrong }) => wrong.length === 0)
    const kept = own.filter((answer) => answer.case.heldOut)
    const below = right.length < floor * own.length
    holds &&= !below
    const cells = [
      String(own.length).padStart(6),
      share(right.length, own.length).padStart(9),
      share(right.filter((answer) => answer.case.heldOut).length, kept.length).padStart(9),
      share(floor, 1).padStart(8),
    ]
    console.log(`  ${subject.padEnd(20)} ${cells.join(' ')}${below ? '  below its floor' : ''}`)
    if (verbose)
      for (const { case: given, wrong } of own)
        if (wrong.length > 0 && !given.heldOut)
          console.log(`      ${given.id}: ${given.say.join(' / ')} → ${wrong.join('; ')}`)
  }
  const shown = answers
    .filter(({ subject, line }) => subject === 'answers' && line.outcome === 'answer')
    .map(({ line }) => line.text.length)
  console.log(
    `\n  ${answers.length} cases; an answer shows ${Math.round(shown.reduce((sum, length) => sum + length, 0) / Math.max(1, shown.length))} characters on average`,
  )
  return holds
}

const readResults = (file: string): Results => JSON.parse(readFileSync(file, 'utf8')) as Results

/** Prints the cases that are right in one run and wrong in the other. */
function compare(before: Results, after: Results): void {
  const wrongIn = (results: Results) =>
    new Map(
      results.answers.map((answer) => [`${answer.subject}/${answer.case.id}`, scoreCase(answer.case, answer.line)]),
    )
  const [old, now] = [wrongIn(before), wrongIn(after)]
  for (const [id, wrong] of now) {
    const was = old.get(id)
    if (was !== undefined && was.length > 0 && wrong.length === 0) console.log(`  better  ${id}`)
    if (was !== undefined && was.length === 0 && wrong.length > 0) console.log(`  worse   ${id}: ${wrong.join('; ')}`)
  }
}

const config = readConfig()
const kept = join(config.dataFolder, 'evals')
mkdirSync(kept, { recursive: true })
const newest = () =>
  join(
    kept,
    readdirSync(kept)
      .filter((name) => name.endsWith('.json'))
      .toSorted()
      .at(-1) ?? 'none.json',
  )
const fresh = () => join(kept, `${clock().toISOString().replaceAll(/[:.]/gu, '-')}.json`)

if (words[0] === 'compare') compare(readResults(words[1] ?? ''), readResults(words[2] ?? newest()))
else if (words[0] === 'generate') await generate(config, fresh())
else {
  if (subjects.length > 0) {
    const results = words[0] === 'score' ? readResults(words[1] ?? newest()) : await generate(config, fresh())
    if (!score(results, verbose)) process.exitCode = 1
  }
  for (const [, runOwn] of words[0] === 'score' ? [] : others) if (!(await runOwn(config))) process.exitCode = 1
}
